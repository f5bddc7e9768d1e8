using Research.Evaluation.Ginc;
using Research.Languages;
using Research.Languages.Ginc;
using Research.Learning;

namespace Research.Evaluation.Tests.Ginc;

public sealed class GincPromptTests
{
    private static readonly GincLanguage Language = GincLanguage.Of(new());

    [Theory, InlineData(ConceptKind.Seen, 0, 4), InlineData(ConceptKind.Unseen, 5, 9)]
    public void A_prompt_has_examples_of_one_concept_that_start_from_one_slot(ConceptKind kind, int lowest, int highest)
    {
        var prompts = Prompts(kind, length: 5, count: 200);

        Assert.All(prompts, prompt =>
        {
            Assert.InRange(prompt.Concept, lowest, highest);
            Assert.InRange(prompt.Slot, 1, 9);
            Assert.Equal([.. prompt.Unfinished], prompt.Text(0));
            for (var n = 1; n <= 4; n++)
            {
                var text = prompt.Text(n);
                Assert.Equal((6 * n) + 4, text.Length);
                Assert.Equal([.. prompt.Example(n), Alphabet.Newline, .. prompt.Text(n - 1)], text);
            }

            for (var n = 0; n <= 4; n++)
            {
                var tokens = n == 0 ? prompt.Unfinished : prompt.Example(n);
                Assert.Contains(Language.StatesOf(tokens[0]).ToArray(), state => state % 10 == prompt.Slot);
            }
        });
        Assert.Equal(Enumerable.Range(lowest, 5), prompts.Select(prompt => prompt.Concept).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 9), prompts.Select(prompt => prompt.Slot).Distinct().Order());
        // Each example draws its own value.
        Assert.True(prompts.Count(prompt => prompt.Example(1)[0] != prompt.Example(2)[0]) > 100);
    }

    [Fact]
    public void Prompts_depend_on_seed_length_and_kind()
    {
        var texts = new[]
        {
            Texts(ConceptKind.Seen, 5, 1), Texts(ConceptKind.Seen, 5, 2), Texts(ConceptKind.Unseen, 5, 1), Texts(ConceptKind.Seen, 8, 1),
        };
        Assert.Equal(4, texts.Distinct().Count());
        Assert.Equal(texts[0], Texts(ConceptKind.Seen, 5, 1));
    }

    [Fact]
    public void Numbers_of_examples_are_nothing_and_powers_of_two()
    {
        Assert.Equal([0, 1, 2, 4, 8, 16], (Item(5, 1) with { MostExamples = 16 }).Examples());
        Assert.Equal([0, 1, 2, 4], (Item(5, 1) with { MostExamples = 7 }).Examples());
    }

    private static string Texts(ConceptKind kind, int length, int seed) =>
        string.Join(';', Prompts(kind, length, 10, seed).Select(prompt => string.Join(' ', prompt.Text(0)[..4])));

    private static List<GincPrompt> Prompts(ConceptKind kind, int length, int count, int seed = 1)
    {
        var sampler = new HiddenSampler(Language);
        return [.. Enumerable.Range(0, count).Select(index => new GincPrompt(Item(length, seed), Language, sampler, kind, index))];
    }

    private static GincPromptSpec Item(int length, int seed) => new(
        new Training("x", new GptSpec(1, 1, 4, 100, Language.Alphabet.Tokens), new TrainingSpec { Steps = 0, Batch = 1 }, seed),
        new(), length, MostExamples: 4, Prompts: 10);
}
