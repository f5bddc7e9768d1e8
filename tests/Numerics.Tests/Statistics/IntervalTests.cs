using MathNet.Numerics.Distributions;
using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(1, 0.95, 12.706), InlineData(2, 0.95, 4.303), InlineData(4, 0.95, 2.776), InlineData(9, 0.95, 2.262)]
    [InlineData(30, 0.95, 2.042), InlineData(4, 0.99, 4.604), InlineData(9, 0.90, 1.833), InlineData(120, 0.95, 1.980)]
    public void Student_quantiles_are_those_of_the_printed_table(int degrees, double confidence, double quantile) =>
        Assert.Equal(quantile, StudentDistribution.TwoSided(confidence, degrees), 0.0005);

    [Fact]
    public void Student_tails_and_quantiles_agree_with_another_implementation()
    {
        foreach (var degrees in (double[])[1, 2, 3, 7.5, 30, 1000])
        {
            foreach (var t in (double[])[-3, -0.1, 0, 0.5, 2, 10])
                Assert.Equal(1 - StudentT.CDF(0, 1, degrees, t), StudentDistribution.UpperTail(t, degrees), 1e-11);
            var quantile = StudentDistribution.UpperQuantile(0.025, degrees);
            Assert.Equal(1, StudentT.InvCDF(0, 1, degrees, 0.975) / quantile, 1e-8);
        }
    }

    [Fact]
    public void Student_quantiles_of_one_and_two_degrees_have_their_closed_forms()
    {
        // 1: tan(pi (1/2 - p)); 2: (1 - 2p) / sqrt(2 p (1 - p)).
        Assert.Equal(1, Math.Tan(Math.PI * 0.475) / StudentDistribution.UpperQuantile(0.025, 1), 1e-13);
        Assert.Equal(1, 0.95 / Math.Sqrt(2 * 0.025 * 0.975) / StudentDistribution.UpperQuantile(0.025, 2), 1e-13);
    }

    [Theory, InlineData(0.3, 2, 3, 0.3483), InlineData(0.5, 10, 10, 0.5), InlineData(0.9, 5, 1, 0.59049)]
    public void Beta_probabilities_of_integer_parameters_are_binomial_sums(
        double x, double a, double b, double probability)
    {
        Assert.Equal(probability, BetaDistribution.Probability(x, a, b), 1e-14);
        Assert.Equal(x, BetaDistribution.Quantile(probability, a, b), 1e-13);
    }

    [Fact]
    public void Normal_tails_are_the_published_ones()
    {
        Assert.Equal(0.5, NormalDistribution.UpperTail(0));
        Assert.Equal(0.15865525393145707, NormalDistribution.UpperTail(1), 1e-15);
        Assert.Equal(0.9772498680518208, NormalDistribution.UpperTail(-2), 1e-15);
        Assert.Equal(1, NormalDistribution.UpperTail(3.0000001) / 1.34989758844531982e-3, 1e-13);
        Assert.Equal(1, NormalDistribution.UpperTail(20) / 2.7536241186062337e-89, 1e-13);
        Assert.Equal(1, NormalDistribution.UpperTail(38) / 2.885428360068784e-316, 1e-7);
    }

    [Fact]
    public void The_interval_of_a_mean_is_students()
    {
        // Mean 5, variance 2.5, standard error sqrt(0.5), t(4) = 2.7764451.
        var estimate = StudentInterval.OfMean([3, 4, 5, 6, 7]);
        Assert.Equal(5, estimate.Value);
        Assert.Equal(5 - 2.7764451051977987 * Math.Sqrt(0.5), estimate.Low, 1e-12);
        Assert.Equal(5 + 2.7764451051977987 * Math.Sqrt(0.5), estimate.High, 1e-12);
        Assert.Equal(5, estimate.N);
        Assert.True(estimate.Covers(6.9) && !estimate.Covers(7));
    }

    [Fact]
    public void One_observation_has_no_interval()
    {
        var estimate = StudentInterval.OfMean([3]);
        Assert.Equal((3, 1), (estimate.Value, estimate.N));
        Assert.True(double.IsNaN(estimate.Low) && double.IsNaN(estimate.High) && !estimate.Covers(3));
        Assert.Throws<ArgumentException>(() => StudentInterval.OfMean([]));
    }

    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676, 0.2553, 0.3662), InlineData(15, 148, 0.0578, 0.1617, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1684, 0, 0.1611), InlineData(1, 29, 0.0009, 0.1776, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8806, 1, 0.8830, 1)]
    public void Intervals_of_a_share_are_those_of_Newcombe_1998(
        int k, int n, double exactLow, double exactHigh, double scoreLow, double scoreHigh)
    {
        var exact = BinomialInterval.ClopperPearson(k, n);
        var score = BinomialInterval.Wilson(k, n);
        Assert.Equal((exactLow, exactHigh), (Math.Round(exact.Low, 4), Math.Round(exact.High, 4)));
        Assert.Equal((scoreLow, scoreHigh), (Math.Round(score.Low, 4), Math.Round(score.High, 4)));
    }

    [Fact]
    public void The_exact_interval_of_many_trials_stays_accurate()
    {
        var exact = BinomialInterval.ClopperPearson(1000, 1_000_000);
        Assert.Equal(1, Beta.InvCDF(1000, 999_001, 0.025) / exact.Low, 1e-6);
        Assert.Equal(1, Beta.InvCDF(1001, 999_000, 0.975) / exact.High, 1e-6);
    }

    [Fact]
    public void Impossible_shares_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.Wilson(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.Wilson(1, 4, 1));
    }
}
