using Research.Jobs;
using Research.Languages.SkillTexts;

namespace Research.Languages.Tests.SkillTexts;

public sealed class SkillCorpusTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, InlineData(AnswerForm.Counted), InlineData(AnswerForm.Itemized)]
    public void Documents_tell_training_texts_in_every_order_and_answer_for_them(AnswerForm answer)
    {
        var spec = new SkillTextSpec(answer, TextSizes.Fixed, 3, Ratio: 1, Skills: 8, Longest: 4, Documents: 4000);
        var language = SkillLanguage.Of(spec);
        List<SkillDocument> train = [.. SkillCorpusGenerator.Documents(spec, language).Where(document => document.Split == Splits.Train)];

        Assert.Equal(4000, train.Count);
        Assert.All(train, document =>
        {
            var named = document.Text.Where(character => character >= 'Ā').Select(SkillAlphabet.SkillOf).ToArray();
            Assert.Equal(language.Texts[document.Training], named.Order());
            Assert.Equal(document.Size, named.Length);
            if (answer == AnswerForm.Counted) Assert.Equal(named.Sum(skill => language.Hidden[skill]), document.Text[^1] - '0');
            else Assert.Equal(named.Select(skill => language.Hidden[skill]), document.Text.Where(char.IsAsciiDigit).Select(digit => digit - '0'));
        });
        Assert.All(train.GroupBy(document => document.Training), told =>
        {
            Assert.InRange(told.Count(), 4000 / 8.0 * 0.75, 4000 / 8.0 * 1.25);
            Assert.Equal(6, told.Select(document => document.Text).Distinct().Count());
        });
    }

    [Theory]
    [InlineData(AnswerForm.Counted, 0.3, 12), InlineData(AnswerForm.Counted, 2, 4), InlineData(AnswerForm.Itemized, 0.3, 12)]
    public void A_corpus_holds_every_character_of_its_alphabet(AnswerForm answer, double ratio, int longest)
    {
        var spec = new SkillTextSpec(answer, TextSizes.Poisson, 3, ratio, Skills: 24, longest, Documents: 50);
        var language = SkillLanguage.Of(spec);

        var characters = string.Concat(SkillCorpusGenerator.Documents(spec, language).SelectMany(document => document.Text).Append('\n').Distinct().Order());

        Assert.Equal(language.Alphabet.Characters, characters);
    }

    [Fact]
    public void A_written_corpus_reads_back()
    {
        var spec = new SkillTextSpec(AnswerForm.Counted, TextSizes.Poisson, 3, 2, Skills: 16, Longest: 6, HeldOut: 0.1, Documents: 300);
        var corpus = SkillCorpus.Open(folder.FullPath);
        SkillCorpusGenerator.Generate(spec, corpus, new JobContext());
        var (drawn, read) = (SkillLanguage.Of(spec), SkillCorpus.Open(folder.FullPath).Language);

        Assert.Equal((drawn.Name, drawn.Answer, drawn.Longest), (read.Name, read.Answer, read.Longest));
        Assert.Equal(drawn.Hidden, read.Hidden);
        Assert.Equal(drawn.Texts, read.Texts);
        Assert.Equal(drawn.HeldOut.All, read.HeldOut.All);
        Assert.Equal(SkillCorpusGenerator.Documents(spec, drawn), corpus.Documents());
    }

    [Theory, InlineData("{"), InlineData("""{ "family": "chain world" }"""), InlineData("""{ "family": "skill texts", "name": "", "answer": "Counted", "longest": 2, "bits": "01", "held_out": [], "texts": ["Ă"] }""")]
    public void A_damaged_language_is_refused(string json)
    {
        File.WriteAllText(folder.File("language.json"), json);

        Assert.Contains("language.json", Assert.Throws<InputException>(() => SkillCorpus.Open(folder.FullPath).Language).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_language_says_which_job_makes_it()
        => Assert.Contains("generates the corpus", Assert.Throws<InputException>(() => SkillCorpus.Open(folder.FullPath).Language).ToString(), StringComparison.Ordinal);
}
