using Research.Numerics.Statistics;

namespace Research.Languages.Tests.DoublyEmbedded.Oracles;

/// <summary>Comparison of a sampled figure with a published one: within four standard errors of both.</summary>
internal static class Published
{
    public static void AssertMean(double published, double[] values, double publishedError)
    {
        var error = Math.Sqrt(Moments.Variance(values) / values.Length + publishedError * publishedError);
        var mean = Moments.Mean(values);
        Assert.True(
            Math.Abs(mean - published) <= 4 * error,
            $"published {published}, measured {mean} with standard error {error}");
    }

    public static void AssertShare(double published, int count, int n, double publishedError)
    {
        var error = Math.Sqrt(published * (1 - published) / n + publishedError * publishedError);
        Assert.True(
            Math.Abs((double)count / n - published) <= 4 * error, $"published {published}, measured {count} of {n}");
    }
}
