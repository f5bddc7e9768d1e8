using FsCheck;
using FsCheck.Fluent;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;

namespace Research.Languages.Tests.DoublyEmbedded.Oracles;

public sealed class BayesFilterTests
{
    private const double Precision = 1e-12;

    [Fact]
    public void Predictions_and_posteriors_equal_enumeration_over_all_intention_paths_and_places() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                var language =
                    SmallLanguages.Random(random, 1 + random.Next(3), 1 + random.Next(3), 1 + random.Next(3));
                var filter = new BayesFilter(language);
                int[] window = [];
                var probability = 1.0;
                for (var length = 0; length < 8; length++)
                {
                    AssertPosterior(language, filter, window, probability);
                    AssertPredictionsByIntention(language, filter, window);
                    var next = new double[language.Alphabet.Tokens];
                    filter.Predict(next);
                    for (var token = 0; token < next.Length; token++)
                    {
                        var joint = BruteForce.WindowProbability(language, [.. window, token]);
                        Assert.True(
                            Math.Abs(joint / probability - next[token]) <= Precision,
                            $"seed {seed}, after {Text(window)}: {token} has {next[token]}, not {joint / probability}");
                    }

                    var possible = Enumerable.Range(0, next.Length).Where(token => next[token] > 0).ToArray();
                    var chosen = possible[random.Next(possible.Length)];
                    Assert.Equal(next[chosen], filter.Observe(chosen), Precision);
                    window = [.. window, chosen];
                    probability *= next[chosen];
                }
            }).QuickCheckThrowOnFailure();

    [Theory, InlineData(Reading.Released, 0), InlineData(Reading.Released, 0.1), InlineData(Reading.Ambiguous, 0.1)]
    [InlineData(Reading.UniformStart, 0.3), InlineData(Reading.Released, 0, 0.5), InlineData(Reading.Ambiguous, 0.1, 1)]
    public void Every_reading_of_a_small_language_is_filtered_exactly(Reading reading, double noise, double overlap = 0)
    {
        var language = Language.Of(
            new(reading, noise, Intentions: 3, LettersPerIntention: 1, Transitions: 2, Overlap: overlap));
        var filter = new BayesFilter(language);
        var prompts = 0;
        foreach (var window in Windows(language.Alphabet.Tokens, 5))
        {
            var enumerated = BruteForce.WindowProbability(language, window);
            filter.Reset();
            var probability = 1.0;
            foreach (var token in window) probability *= filter.Observe(token);
            Assert.Equal(enumerated, probability, Precision);
            if (enumerated > 0) prompts++;
            Assert.Equal(enumerated > 0, filter.IsPossible);
        }

        Assert.True(prompts > 10);
    }

    [Fact]
    public void A_text_that_the_language_cannot_produce_is_impossible_until_the_reset()
    {
        var language = Language.Of(new(Reading.Released, 0));
        var filter = new BayesFilter(language);
        Assert.True(filter.Observe(1) > 0);
        Assert.Equal(0, filter.Observe(4));
        Assert.False(filter.IsPossible);
        Assert.Equal(0, filter.Observe(1));
        Assert.Throws<InvalidOperationException>(() => filter.Predict(new double[19]));
        Assert.Throws<InvalidOperationException>(() => filter.Posterior(new double[6]));
        filter.Reset();
        Assert.Equal(1 / 22.0, filter.Observe(Alphabet.Newline), 1e-15);
        Assert.Equal(0, filter.Observe(Alphabet.Newline));
        Assert.Throws<ArgumentOutOfRangeException>(() => filter.Observe(19));
        Assert.Throws<ArgumentOutOfRangeException>(() => filter.Observe(-1));
        filter.Reset();
        Assert.Throws<ArgumentException>(() => filter.Predict(new double[18]));
        filter.Observe(1);
        Assert.Throws<InvalidOperationException>(() => filter.PredictGiven(1, new double[19]));
        Assert.Throws<ArgumentException>(() => filter.PredictGiven(0, new double[18]));
        Assert.Throws<ArgumentOutOfRangeException>(() => filter.PredictGiven(-1, new double[19]));
        Assert.Throws<ArgumentOutOfRangeException>(() => filter.PredictGiven(6, new double[19]));
    }

    [Fact]
    public void More_letters_than_a_message_has_are_impossible()
    {
        var filter = new BayesFilter(Language.Of(new(Reading.Ambiguous, 0.1)));
        for (var i = 0; i < 21; i++) Assert.True(filter.Observe(1 + i % 18) > 0);
        var next = new double[19];
        filter.Predict(next);
        Assert.Equal(1, next[Alphabet.Newline], 1e-15);
        Assert.Equal(0, filter.Observe(1));
    }

    [Fact]
    public void A_long_text_neither_underflows_nor_drifts()
    {
        var language = Language.Of(new(Reading.Ambiguous, 0.02));
        var filter = new BayesFilter(language);
        var text = new int[20_000];
        var draws = new Numerics.PhiloxStream(new Numerics.Philox(1, "text"));
        new MessageSampler(language).Window(text, ref draws);
        var next = new double[19];
        foreach (var token in text)
        {
            filter.Predict(next);
            Assert.Equal(1, next.Sum(), Precision);
            Assert.Equal(next[token], filter.Observe(token), Precision);
        }
    }

    [Fact]
    public void Reading_and_predicting_allocate_nothing()
    {
        var filter = new BayesFilter(Language.Of(new(Reading.Ambiguous, 0.02)));
        var (next, posterior, prompt) = (new double[19], new double[6], (int[])[0, 1, 2, 3]);
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Read()
        {
            filter.Predict(prompt, next);
            filter.Posterior(posterior);
        }
    }

    private static void AssertPosterior(Language language, BayesFilter filter, int[] window, double probability)
    {
        var posterior = new double[language.Intentions];
        filter.Posterior(posterior);
        var joint = window.Length == 0 ? language.Stationary.ToArray() : BruteForce.Window(language, window);
        for (var i = 0; i < posterior.Length; i++) Assert.Equal(joint[i] / probability, posterior[i], Precision);
    }

    /// <summary>
    /// Inside a message, the prediction of a reader who knows its intention is the joint probability of intention and
    /// longer window over that of intention and window; elsewhere, and for an impossible intention, there is none.
    /// </summary>
    private static void AssertPredictionsByIntention(Language language, BayesFilter filter, int[] window)
    {
        var next = new double[language.Alphabet.Tokens];
        var joint = BruteForce.Window(language, window);
        for (var i = 0; i < language.Intentions; i++)
        {
            if (window is [] or [.., Alphabet.Newline] || joint[i] == 0)
            {
                Assert.Throws<InvalidOperationException>(() => filter.PredictGiven(i, next));
                continue;
            }

            filter.PredictGiven(i, next);
            for (var token = 0; token < next.Length; token++)
            {
                var expected = BruteForce.Window(language, [.. window, token])[i] / joint[i];
                Assert.True(
                    Math.Abs(expected - next[token]) <= Precision,
                    $"after {Text(window)}, intention {i}: {token} has {next[token]}, not {expected}");
            }
        }
    }

    private static IEnumerable<int[]> Windows(int tokens, int length) => length == 0
        ? [[]]
        : Windows(tokens, length - 1)
            .SelectMany(shorter => Enumerable.Range(0, tokens).Select(token => (int[])[.. shorter, token]));

    private static string Text(int[] window) => $"[{string.Join(' ', window)}]";
}
