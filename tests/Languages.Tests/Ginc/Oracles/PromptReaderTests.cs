using FsCheck;
using FsCheck.Fluent;
using Research.Languages.Ginc;
using Research.Languages.Ginc.Oracles;

namespace Research.Languages.Tests.Ginc.Oracles;

public sealed class PromptReaderTests
{
    private const double Precision = 1e-12;

    [Fact]
    public void Posterior_and_prediction_equal_enumeration_over_all_hidden_paths() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var random = new Random(seed);
            var language = SmallGinc.Random(random);
            var slot = 1 + random.Next(language.Slots - 1);
            int[][] examples = [.. Enumerable.Range(0, 3).Select(_ => Draw(language, random, slot, 3))];
            var reader = new PromptReader(language);
            foreach (var example in examples) Assert.True(reader.Add(example));

            var (posterior, next) = (new double[reader.Intentions], new double[language.Alphabet.Tokens]);
            reader.Posterior(posterior);
            reader.Predict(examples[^1], next);

            var weights = new double[posterior.Length];
            var expected = new double[next.Length];
            for (var c = 0; c < language.Concepts; c++)
            {
                for (var s = 1; s < language.Slots; s++)
                {
                    var before = examples[..^1].Aggregate(1.0, (product, example) => product * ExamplePaths.Probability(language, c, s, example));
                    weights[reader.IntentionOf(c, s)] = before * ExamplePaths.Probability(language, c, s, examples[^1]);
                    for (var token = 0; token < next.Length; token++)
                        expected[token] += before * ExamplePaths.Probability(language, c, s, [.. examples[^1], token]);
                }
            }

            for (var i = 0; i < weights.Length; i++) Near(weights[i] / weights.Sum(), posterior[i], seed);
            for (var token = 0; token < next.Length; token++) Near(expected[token] / weights.Sum(), next[token], seed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_no_pair_can_have_produced_is_reported()
    {
        double[,] swap = { { 0, 1 }, { 1, 0 } };
        var language = new GincLanguage("swap", new[,] { { 0, 1 } }, new[,] { { 1.0 } }, [swap], [[0.5, 0.5]], 1, 0.1);
        var reader = new PromptReader(language);

        Assert.False(reader.Add([1, 1]));
        Assert.Throws<InvalidOperationException>(() => reader.Posterior(new double[1]));
        reader.Reset();
        Assert.True(reader.Add([1, 0, 1]));
    }

    private static void Near(double expected, double actual, int seed) =>
        Assert.True(Math.Abs(expected - actual) <= Precision, $"seed {seed}: {actual}, not {expected}");

    private static int[] Draw(GincLanguage language, Random random, int slot, int length)
    {
        var (state, tokens) = (language.StateOf(random.Next(language.Values), slot), new List<int>());
        while (true)
        {
            tokens.Add(language.TokenOf(state));
            if (tokens.Count == length) return [.. tokens];
            int[] next = [.. Enumerable.Range(0, language.States).Where(to => ExamplePaths.Step(language, 0, state, to) > 0)];
            state = next[random.Next(next.Length)];
        }
    }
}
