using FsCheck;
using FsCheck.Fluent;
using Research.Languages.Ginc;
using Research.Languages.Ginc.Oracles;

namespace Research.Languages.Tests.Ginc.Oracles;

public sealed class ConceptFilterTests
{
    private const double Precision = 1e-12;

    [Theory, InlineData(1, false), InlineData(1, true), InlineData(2, false), InlineData(2, true)]
    public void Predictions_and_posteriors_equal_enumeration_over_all_hidden_paths(int concepts, bool atStart) => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var random = new Random(seed);
            var language = SmallGinc.Random(random);
            int[] chosen = concepts == 1 ? [random.Next(3)] : [0, 1];
            var paths = new HiddenPaths(language, chosen);
            var reader = new ConceptFilter(language, chosen);
            if (atStart) reader.ResetToDocumentStart();
            AssertReads(reader, text => atStart ? paths.AtStart(text) : paths.Anywhere(text), language, random, $"seed {seed}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_choice_it_reads_the_training_text()
    {
        var language = GincLanguage.Of(new());
        var (all, chosen) = (new ConceptFilter(language), new ConceptFilter(language, [0, 1, 2, 3, 4]));
        var (first, second) = (new double[language.Alphabet.Tokens], new double[language.Alphabet.Tokens]);
        foreach (var token in new[] { 3, 0, 0, 5 }) Assert.Equal(chosen.Observe(token), all.Observe(token));
        all.Predict(first);
        chosen.Predict(second);
        Assert.Equal(second, first);
    }

    [Fact]
    public void A_prediction_is_the_mixture_of_those_given_the_concepts_and_stays_within_the_ambiguity()
    {
        var language = GincLanguage.Of(new(DocumentLength: 50));
        var reader = new ConceptFilter(language);
        var segments = GincCorpusGenerator.Segments(new(DocumentLength: 50, Documents: 200), language);
        var (next, given, posterior) =
            (new double[language.Alphabet.Tokens], new double[language.Alphabet.Tokens], new double[language.Concepts]);
        foreach (var token in segments.SelectMany(segment => language.Alphabet.Encode(segment.Text + "\n")))
        {
            Assert.True(reader.Observe(token) > 0);
            reader.Predict(next);
            reader.Posterior(posterior);
            Assert.Equal(1, posterior.Sum(), Precision);
            Assert.Equal(1, next.Sum(), Precision);
            var mixture = new double[next.Length];
            for (var c = 0; c < posterior.Length; c++)
            {
                if (posterior[c] == 0) continue;
                reader.PredictGiven(c, given);
                for (var i = 0; i < given.Length; i++)
                {
                    mixture[i] += posterior[c] * given[i];
                    Assert.True(Math.Abs(next[i] - given[i]) <= 1 - posterior[c] + Precision);
                }
            }

            for (var i = 0; i < next.Length; i++) Assert.Equal(mixture[i], next[i], Precision);
        }
    }

    [Fact]
    public void An_impossible_text_is_reported_and_a_reset_forgets_it()
    {
        // Slot 1 always follows slot 0 and the other way round: a letter never follows a letter.
        double[,] swap = { { 0, 1 }, { 1, 0 } };
        var language = new GincLanguage("swap", new[,] { { 0, 1 } }, new[,] { { 1.0 } }, [swap], [[0.5, 0.5]], 1, 0.1);
        var reader = new ConceptFilter(language);

        Assert.False(reader.Read([1, 1]));
        Assert.Equal(0, reader.Observe(1));
        Assert.Throws<InvalidOperationException>(() => reader.Predict(new double[2]));
        Assert.Throws<InvalidOperationException>(() => reader.Posterior(new double[1]));
        Assert.True(reader.Read([1, 0, 0, 1]));
    }

    [Fact]
    public void A_token_that_the_language_does_not_have_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConceptFilter(GincLanguage.Of(new())).Observe(99));

    [Fact]
    public void A_long_text_does_not_underflow()
    {
        var language = GincLanguage.Of(new(DocumentLength: 100_000, Documents: 2));
        var reader = new ConceptFilter(language);
        var text = GincCorpusGenerator.Segments(new(DocumentLength: 100_000, Documents: 2), language)
            .SelectMany(segment => language.Alphabet.Encode(segment.Text + "\n")).ToArray();
        Assert.True(text.Length > 10_000);
        Assert.True(reader.Read(text));
    }

    private static void AssertReads(
        ConceptFilter reader, Func<int[], double[][]> joint, GincLanguage language, Random random, string where)
    {
        int[] text = [];
        var next = new double[language.Alphabet.Tokens];
        var posterior = new double[reader.Concepts];
        for (var length = 0; length < 6; length++)
        {
            var table = joint(text);
            var probability = table.Sum(row => row.Sum());
            reader.Posterior(posterior);
            for (var c = 0; c < posterior.Length; c++)
            {
                Near(table[c].Sum() / probability, posterior[c], $"posterior of {c}");
                if (posterior[c] == 0) continue;
                reader.PredictGiven(c, next);
                for (var token = 0; token < next.Length; token++)
                    Near(table[c][token] / table[c].Sum(), next[token], $"token {token} given {c}");
            }

            reader.Predict(next);
            for (var token = 0; token < next.Length; token++)
                Near(table.Sum(row => row[token]) / probability, next[token], $"token {token}");
            var possible = Enumerable.Range(0, next.Length).Where(token => next[token] > 0).ToArray();
            text = [.. text, possible[random.Next(possible.Length)]];
            Near(next[text[^1]], reader.Observe(text[^1]), "probability");
        }

        void Near(double expected, double actual, string what) => Assert.True(
            Math.Abs(expected - actual) <= Precision, $"{where}, after {string.Join(' ', text)}: {what} is {actual}, not {expected}");
    }
}
