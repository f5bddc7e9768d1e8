using Research.Mirage.Emergence;

namespace Research.Mirage.Tests.Emergence;

public sealed class NullDistributionTests
{
    [Theory]
    [InlineData(NullKind.Independent, 4, 1.926, 5.684, 12.014, 1.48)]
    [InlineData(NullKind.Independent, 6, 2.500, 6.062, 10.416, 1.13)]
    [InlineData(NullKind.Independent, 7, 2.597, 5.293, 7.985, 0.41)]
    [InlineData(NullKind.Independent, 8, 2.848, 6.172, 9.568, 0.84)]
    [InlineData(NullKind.Independent, 15, 3.513, 6.105, 8.073, 0.25)]
    [InlineData(NullKind.Independent, 27, 4.104, 6.375, 7.862, 0.11)]
    [InlineData(NullKind.RandomWalk, 5, 2.900, 5.765, 9.121, 0.73)]
    [InlineData(NullKind.RandomWalk, 6, 3.602, 8.506, 14.374, 3.04)]
    [InlineData(NullKind.RandomWalk, 7, 3.903, 7.914, 11.573, 1.86)]
    [InlineData(NullKind.RandomWalk, 12, 5.978, 12.010, 16.554, 11.03)]
    [InlineData(NullKind.RandomWalk, 15, 6.855, 13.041, 17.094, 16.76)]
    public void Quantiles_of_four_million_draws_of_another_program(NullKind kind, int n, double median, double p95, double p99, double percentAbove10)
    {
        var distribution = NullDistribution.Simulate(kind, n, threads: 2);
        Assert.Equal(median, distribution.Quantile(.5), .02 * median);
        Assert.Equal(p95, distribution.Quantile(.95), (n <= 5 ? .07 : .05) * p95);
        Assert.Equal(p99, distribution.Quantile(.99), (n == 4 ? .17 : .1) * p99);
        Assert.Equal(percentAbove10, 100 * distribution.ShareAbove(10), .05 + (.05 * percentAbove10));
    }

    [Fact]
    public void The_same_draws_for_any_number_of_threads()
    {
        var (one, many) = (NullDistribution.Simulate(NullKind.RandomWalk, 5, 10_000, 1), NullDistribution.Simulate(NullKind.RandomWalk, 5, 10_000, 7));
        foreach (var share in new[] { 0, .1, .5, .9, 1 }) Assert.Equal(one.Quantile(share), many.Quantile(share));
    }

    [Fact]
    public void With_two_values_every_score_is_one()
    {
        // The range is the only difference, whatever the values are.
        var distribution = NullDistribution.Simulate(NullKind.Independent, 2, 999);
        Assert.Equal((1, 1), (distribution.Quantile(0), distribution.Quantile(1)));
        Assert.Equal(1, distribution.PValue(.999));
        // All draws are as large: of equal ones, every one counts.
        Assert.Equal(1, distribution.PValue(1));
        Assert.Equal(1 / 1000.0, distribution.PValue(1.001), 12);
    }

    [Fact]
    public void A_p_value_counts_the_series_itself_and_both_signs()
    {
        var distribution = NullDistribution.Simulate(NullKind.Independent, 6, 999);
        Assert.Equal(1 / 1000.0, distribution.PValue(1e9), 12);
        Assert.Equal(1, distribution.PValue(0));
        Assert.Equal(distribution.PValue(3), distribution.PValue(-3));
        Assert.Equal(.5, distribution.PValue(distribution.Quantile(.5)), .002);
    }

    [Fact]
    public void Normal_data_are_rejected_as_often_as_the_level_says()
    {
        // P-values of fresh draws (another number of draws is another part of the stream) are uniform.
        var distribution = NullDistribution.Simulate(NullKind.RandomWalk, 8, 50_000);
        var random = new Random(5);
        var rejected = 0;
        const int Trials = 4000;
        for (var trial = 0; trial < Trials; trial++)
        {
            var walk = new double[8];
            for (var i = 0; i < 8; i++)
                walk[i] = (i > 0 ? walk[i - 1] : 0) + (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            if (distribution.PValue(EmergenceScore.OfOrdered(walk).Value) <= .05) rejected++;
        }

        Assert.InRange(rejected / (double)Trials, .037, .063);
    }
}
