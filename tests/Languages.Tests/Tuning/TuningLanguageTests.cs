using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Languages.Tests.DoublyEmbedded;
using Research.Languages.Tuning;

namespace Research.Languages.Tests.Tuning;

public sealed class TuningLanguageTests : IDisposable
{
    private static readonly LanguageSpec Base = new(Reading.Released, 0.02);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Messages_of_an_intention_are_as_likely_as_in_the_base_language()
    {
        var (language, tuned) = (Language.Of(Base), TuningLanguage.Of(new TuningTextSpec(Base, 100)));

        Assert.Equal((4, 18, 20), (tuned.Intentions, tuned.Letters, tuned.Transitions));
        foreach (var (index, theta) in new[] { 0, 1, 3, 4 }.Index())
        {
            Assert.Equal(language.Start(theta), tuned.Start(index));
            for (var s = 0; s < 18; s++) Assert.Equal(language.NextLetter(theta, s), tuned.NextLetter(index, s));
        }

        Assert.Equal([0, 0, 1, 0], tuned.NextIntention(0));
        Assert.Equal([0, 0, 0, 1], tuned.NextIntention(1));
        Assert.Equal([.5, .5, 0, 0], tuned.NextIntention(2));
        Assert.Equal([.25, .25, .25, .25], tuned.Stationary);
    }

    [Fact]
    public void The_exact_filter_reads_it_as_enumeration_does()
    {
        // Four intentions of one letter each; two are left in the text.
        var small = Language.Of(new LanguageSpec(Reading.Released, 0.3, Intentions: 4, LettersPerIntention: 1, Transitions: 2));
        var tuned = TuningLanguage.Of(small, new Instruction(4), "small");
        var filter = new BayesFilter(tuned);
        var next = new double[5];
        foreach (var window in new int[][] { [1, 2, 2, 0], [3, 0, 1, 4, 1, 0], [0, 3, 3] })
        {
            var all = BruteForce.WindowProbability(tuned, window);
            Assert.True(all > 0);
            filter.Predict(window, next);
            for (var token = 0; token < 5; token++)
                Assert.Equal(BruteForce.WindowProbability(tuned, [.. window, token]) / all, next[token], 1e-12);
        }
    }

    [Fact]
    public void The_text_is_an_ordinary_corpus_of_prompts_and_their_answers()
    {
        var corpus = Corpus.Open(folder.FullPath);
        TuningTextGenerator.Generate(new TuningTextSpec(Base, 400), corpus, new JobContext());

        Message[] messages = [.. corpus.Messages()];

        Assert.Equal(400, messages.Length);
        Assert.Equal("tuning of released e=0.02", corpus.Language.Name);
        Assert.Equal(360 * 22, corpus.Tokens(Splits.Train).Length);
        // The first letter gives the base's intention away: 0 is answered by 3, 1 by 4, and then either prompt follows.
        int[] owners = [.. messages.Select(message => (message.Text[0] - 'a') / 3)];
        Assert.All(Enumerable.Range(0, 200), n => Assert.True((owners[2 * n], owners[(2 * n) + 1]) is (3, 0) or (3, 1) or (4, 0) or (4, 1)));
        Assert.All(Enumerable.Range(0, 199), n => Assert.Equal(owners[(2 * n) + 1] + 3, owners[(2 * n) + 2]));
        Assert.Equal(messages.Select(message => new[] { 0, 1, 3, 4 }[message.Intention]), owners);
        Assert.InRange(owners.Count(owner => owner == 0), 70, 130);
    }

    [Fact]
    public void A_text_that_cannot_be_is_refused()
    {
        Refused(new(Base with { Intentions = 5 }, 100), "5 intentions", "even number");
        Refused(new(Base with { Noise = 0 }, 100), "no noise", "with noise");
        Refused(new(Base, 1), "Messages is 1", "2 or more");
        Refused(new(Base with { Transitions = 0 }, 100), "Transitions is 0", "1 or more");

        static void Refused(TuningTextSpec spec, string what, string remedy)
        {
            var error = Assert.Throws<InputException>(() => TuningLanguage.Of(spec));
            Assert.Contains(what, error.What);
            Assert.Contains(remedy, error.Remedy);
        }
    }
}
