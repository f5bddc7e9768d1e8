using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class TextMetricsTests
{
    [Fact]
    public void Exact_match_forgives_nothing()
    {
        Assert.True(ExactMatch.Of([1, 2], [1, 2]));
        Assert.False(ExactMatch.Of([1, 2, 3], [1, 2]));
        Assert.False(ExactMatch.Of([1], [1, 2]));
        Assert.False(ExactMatch.Of([2, 1], [1, 2]));
    }

    [Fact]
    public void The_union_example_of_Lin_2004()
    {
        // Reference w1..w5; the sentences w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5 take w1 w2 and w1 w3 w5 of it: recall 4/5, precision 4/10.
        const double Recall = 4.0 / 5, Precision = 4.0 / 10;
        Assert.Equal(
            2 * Precision * Recall / (Precision + Recall),
            RougeLSum.Of([[1, 2, 6, 7, 8], [1, 3, 8, 9, 5]], [[1, 2, 3, 4, 5]]), 14);
    }

    [Fact]
    public void A_token_counts_at_most_as_often_as_the_output_has_it() =>
        Assert.Equal(2.0 * 1 / (2 + 2), RougeLSum.Of([[7, 8]], [[7], [7]]), 14);

    [Fact]
    public void One_sentence_against_all_subsequences()
    {
        foreach (var output in Answers.UpTo(4, 2))
        {
            foreach (var target in Answers.UpTo(4, 2))
            {
                var common = Subsequences(output).Where(s => Subsequences(target).Any(t => t.SequenceEqual(s))).Max(s => s.Length);
                var expected = common == 0 ? 0 : 2.0 * common / (output.Length + target.Length);
                Assert.Equal(expected, RougeLSum.Of(output.AsSpan(), target), 14);
            }
        }
    }

    [Fact]
    public void Token_F1_ignores_order_and_counts_repeats()
    {
        Assert.Equal(1, TokenF1.Of([3, 1, 2], [1, 2, 3]));
        Assert.Equal(2 * .5 * (2.0 / 3) / (.5 + 2.0 / 3), TokenF1.Of([1, 1, 2, 9], [1, 2, 3]), 14);
        Assert.Equal(0, TokenF1.Of([4], [1]));
        Assert.Equal(0, TokenF1.Of([], [1]));
        Assert.Equal(1, TokenF1.Of([], []));
    }

    [Fact]
    public void Likelihood_and_perplexity_of_known_probabilities()
    {
        double[] logs = [Math.Log(.5), Math.Log(.25), Math.Log(.125)];
        Assert.Equal(Math.Log(1.0 / 64), LogLikelihood.Of(logs), 14);
        Assert.Equal(Math.Log(.25), LogLikelihood.PerToken(logs), 14);
        Assert.Equal(4, LogLikelihood.Perplexity(logs), 13);
    }

    private static IEnumerable<int[]> Subsequences(int[] tokens) =>
        Enumerable.Range(0, 1 << tokens.Length).Select(mask => tokens.Where((_, i) => (mask >> i & 1) == 1).ToArray());
}
