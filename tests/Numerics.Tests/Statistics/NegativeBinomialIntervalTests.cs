using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class NegativeBinomialIntervalTests
{
    [Theory, InlineData(1, 1), InlineData(1, 20), InlineData(2, 2), InlineData(2, 9), InlineData(3, 40)]
    public void At_its_ends_so_many_trials_or_fewer_and_so_many_or_more_have_2_5_percent(int successes, int trials)
    {
        var interval = NegativeBinomialInterval.Of(successes, trials);

        Assert.Equal(0.025, Enumerable.Range(successes, trials - successes + 1).Sum(k => Probability(successes, k, interval.Low)), 9);
        if (trials == successes) Assert.Equal(1, interval.High);
        else Assert.Equal(0.025, 1 - Enumerable.Range(successes, trials - successes).Sum(k => Probability(successes, k, interval.High)), 9);
        Assert.Equal((double)successes / trials, interval.Value);
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialInterval.Of(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialInterval.Of(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialInterval.Of(1, 2, 1));
    }

    // The r-th success comes at trial k: C(k - 1, r - 1) p^r (1 - p)^(k - r).
    private static double Probability(int r, int k, double p)
    {
        var ways = 1.0;
        for (var i = 1; i < r; i++) ways = ways * (k - i) / i;
        return ways * Math.Pow(p, r) * Math.Pow(1 - p, k - r);
    }
}
