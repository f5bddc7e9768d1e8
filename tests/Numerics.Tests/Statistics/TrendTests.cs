using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class TrendTests
{
    [Fact]
    public void Regression_reproduces_Anscombes_first_data_set()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        var fit = LinearRegression.Fit(x, y);
        Assert.Equal(0.5000909, fit.Slope, 1e-7);
        Assert.Equal(3.0000909, fit.Intercept, 1e-7);
        Assert.Equal(0.1179055, fit.SlopeError, 1e-7);
        Assert.Equal(0.6665425, fit.RSquared, 1e-7);
        Assert.Equal(0.00217, fit.SlopePValue, 1e-5);
        var interval = fit.SlopeInterval();
        Assert.Equal((0.2334, 0.7668), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void A_line_through_two_points_has_no_interval_and_through_equal_x_does_not_exist()
    {
        Assert.True(double.IsNaN(LinearRegression.Fit([1, 2], [3, 5]).SlopeInterval().Low));
        Assert.Equal(2, LinearRegression.Fit([1, 2], [3, 5]).Slope);
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 1], [3, 5]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 2, 3], [3, 5]));
    }

    /// <summary>Kendall's table of the exact distribution of S (Gilbert 1987, table A18).</summary>
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, 0.042), InlineData(new double[] { 1, 2, 4, 3 }, 0.167)]
    [InlineData(new double[] { 2, 1, 4, 3 }, 0.375)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, 0.0083), InlineData(new double[] { 1, 2, 3, 5, 4 }, 0.042)]
    [InlineData(new double[] { 2, 1, 3, 5, 4 }, 0.117)]
    [InlineData(new double[] { 2, 1, 4, 3, 6, 5, 8, 7, 10, 9 }, 0.00047)]
    public void Exact_trend_probabilities_are_those_of_Kendalls_table(double[] series, double probability)
    {
        var precision = probability < 0.001 ? 0.000005 : probability < 0.01 ? 0.00005 : 0.0005;
        Assert.Equal(probability, MannKendall.Test(series).PRising, precision);
        Array.Reverse(series);
        Assert.Equal(probability, MannKendall.Test(series).PFalling, precision);
    }

    [Fact]
    public void A_series_with_ties_uses_the_corrected_normal_approximation()
    {
        // 21 pairs, 2 of them tied, none falling: S = 19.
        var test = MannKendall.Test([1, 1, 2, 3, 3, 4, 5]);
        const double Variance = (7 * 6 * 19 - 18 - 18) / 18.0;
        Assert.Equal(NormalDistribution.UpperTail((19 - 1) / Math.Sqrt(Variance)), test.PRising, 1e-15);
        Assert.Equal(19 / Math.Sqrt(21.0 * 19), test.Coefficient, 1e-15);
        Assert.True(double.IsNaN(MannKendall.Test([2, 2, 2]).Coefficient));
        Assert.Equal(1, MannKendall.Test([2, 2, 2]).PValue);
    }

    [Fact]
    public void Exact_trend_probabilities_count_permutations()
    {
        double[][] all = [.. Permutations([1, 2, 3, 4, 5, 6])];
        var scores = all.Select(
            p => Enumerable.Range(0, 36).Sum(k => k / 6 < k % 6 ? Math.Sign(p[k % 6] - p[k / 6]) : 0)).ToArray();
        for (var i = 0; i < all.Length; i += 7)
            Assert.Equal(scores.Count(score => score >= scores[i]) / 720.0, MannKendall.Test(all[i]).PRising, 1e-14);
    }

    private static IEnumerable<double[]> Permutations(double[] values) => values.Length == 1
        ? [values]
        : values.SelectMany(
            first => Permutations([.. values.Where(v => v != first)]).Select(rest => (double[])[first, .. rest]));

    /// <summary>
    /// Exact upper probabilities of Spearman's coefficient at n = 5: 1/120 at 1, 5/120 at 0.9, 8/120 at 0.8.
    /// </summary>
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, 1, 1 / 120.0)]
    [InlineData(new double[] { 1, 2, 3, 5, 4 }, 0.9, 5 / 120.0)]
    [InlineData(new double[] { 2, 1, 3, 5, 4 }, 0.8, 8 / 120.0)]
    public void Exact_rank_correlation_probabilities_are_the_published_ones(
        double[] y, double coefficient, double probability)
    {
        var test = Spearman.Test([10, 20, 30, 40, 50], y);
        Assert.Equal(coefficient, test.Coefficient, 1e-15);
        Assert.Equal(probability, test.PRising, 1e-15);
        Assert.Equal(2 * probability, test.PValue, 1e-15);
    }

    [Fact]
    public void Rank_correlation_reproduces_a_textbook_example()
    {
        // IQ against hours of television, ten children: coefficient -29/165, two-sided p = 0.627.
        var test =
            Spearman.Test([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]);
        Assert.Equal(-29 / 165.0, test.Coefficient, 1e-15);
        Assert.Equal(0.627188, test.PValue, 1e-6);
    }

    [Fact]
    public void Equal_values_share_their_mean_rank() => Assert.Equal([1, 2.5, 2.5, 4], Spearman.Ranks([3, 7, 7, 9]));

    [Fact]
    public void A_perfect_relation_of_many_points_is_certain()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        var test = Spearman.Test(x, x);
        Assert.Equal((1, 0, 1), (test.Coefficient, test.PRising, test.PFalling));
    }

    [Fact]
    public void Moments_are_those_of_the_definition()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.Equal(5, Moments.Mean(values));
        Assert.Equal(32 / 7.0, Moments.Variance(values), 1e-15);
        Assert.Equal(4.5, Moments.Median(values));
        Assert.Equal(Math.Sqrt(32 / 7.0 / 8), Moments.StandardError(values), 1e-15);
        Assert.Equal(0, Moments.Sum([]));
        Assert.Throws<ArgumentException>(() => Moments.Mean([]));
        Assert.Throws<ArgumentException>(() => Moments.Variance([1]));
    }
}
