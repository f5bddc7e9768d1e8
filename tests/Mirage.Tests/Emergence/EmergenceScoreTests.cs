using Research.Mirage.Emergence;
using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Emergence;

public sealed class EmergenceScoreTests
{
    private static readonly double[] Loss =
    [
        3.162277660168379, 1.7782794100389228, 1.0, 0.5623413251903491, 0.31622776601683794, 0.1778279410038923, 0.1, 0.05623413251903491,
        0.03162277660168379, 0.01778279410038923, 0.01,
    ];

    [Fact]
    public void Edge_cases_of_the_convention()
    {
        Assert.Equal((7.0, SeriesFlag.None, 8), Score(0, 1, 2, 3, 4, 5, 6, 7));
        Assert.Equal((-7.0, SeriesFlag.None, 8), Score(7, 6, 5, 4, 3, 2, 1, 0));
        Assert.Equal((0.0, SeriesFlag.Flat, 8), Score(.25, .25, .25, .25, .25, .25, .25, .25));
        Assert.Equal((double.PositiveInfinity, SeriesFlag.ZeroMedian, 8), Score(0, 0, 0, 0, 0, 0, 0, 1));
        Assert.Equal((double.NegativeInfinity, SeriesFlag.ZeroMedian, 8), Score(1, 1, 1, 1, 1, 1, 1, 0));
    }

    [Fact]
    public void The_median_is_taken_of_squares() =>
        Assert.Equal(3.922322702763681, EmergenceScore.OfOrdered([0, 1, 3, 6, 10]).Value, 1e-14);

    [Fact]
    public void Of_equal_extremes_the_first_counts()
    {
        // The largest value stands at 1 and 3, the smallest at 0 and 2: the first largest comes after the first smallest.
        Assert.True(EmergenceScore.OfOrdered([0, 2, 0, 2, 1]).Value > 0);
        Assert.True(EmergenceScore.OfOrdered([2, 0, 2, 0, 1]).Value < 0);
    }

    [Fact]
    public void Scores_of_the_toy_model()
    {
        double[] accuracy = [.. Loss.Select(loss => Math.Exp(-loss))];
        Near(28.07620449608624, EmergenceScore.OfOrdered([.. Loss.Select(loss => -loss)]));
        Near(10.499190250842368, EmergenceScore.OfOrdered(accuracy));
        Near(10.6075849178825, EmergenceScore.OfOrdered([.. accuracy.Select(p => p * p)]));
        Near(11.314937866961873, EmergenceScore.OfOrdered([.. accuracy.Select(p => p * p * p * p)]));
        Near(11.27462821468231, EmergenceScore.OfOrdered([.. accuracy.Select(p => Math.Floor((p * p * p * p * 100) + .5) / 100)]));
        foreach (var length in new[] { 1, 3, 5 })
            Near(10.499190250842368, EmergenceScore.OfOrdered([.. accuracy.Select(p => -length * (1 - p))]));
    }

    [Fact]
    public void Affine_maps_change_nothing_and_a_negative_factor_the_sign_only()
    {
        double[] values = [.1, .15, .12, .4, .55];
        var score = EmergenceScore.OfOrdered(values).Value;
        Assert.Equal(score, EmergenceScore.OfOrdered([.. values.Select(v => (16 * v) - 3)]).Value, 12);
        Assert.Equal(-score, EmergenceScore.OfOrdered([.. values.Select(v => -4 * v)]).Value, 12);
    }

    [Fact]
    public void Other_monotone_maps_change_it()
    {
        // A loss that falls in a straight line scores n - 1; its exponential, perplexity, "emerges".
        double[] scales = [1, 2, 3, 4, 5, 6, 7, 8], loss = [16, 14, 12, 10, 8, 6, 4, 2];
        Assert.Equal(7, EmergenceScore.Of(scales, loss, MetricDirection.Lower).Value, 12);
        Assert.True(EmergenceScore.Of(scales, [.. loss.Select(Math.Exp)], MetricDirection.Lower).Value > 100);
    }

    [Fact]
    public void Sorted_by_the_number_of_the_scale_and_oriented()
    {
        Assert.Equal(3, EmergenceScore.Of([100, 9, 20, 1000], [3, 1, 2, 4]).Value, 12);
        Assert.Equal(-3, EmergenceScore.Of([100, 9, 20, 1000], [3, 1, 2, 4], MetricDirection.Lower).Value, 12);
        Assert.Equal(-3, EmergenceScore.Of([100, 9, 20, 1000], [3, 1, 2, 4], MetricDirection.Neither).Value, 12);
    }

    [Fact]
    public void What_cannot_be_scored()
    {
        Assert.Throws<ArgumentException>(() => EmergenceScore.Of([1, 2, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => EmergenceScore.Of([1, 2], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => EmergenceScore.Of([1, double.PositiveInfinity], [1, 2]));
        Assert.Throws<ArgumentException>(() => EmergenceScore.Of([1], [1]));
        Assert.Throws<ArgumentException>(() => EmergenceScore.Of([1, 2], [1]));
    }

    [Fact]
    public void Linearity_has_the_mean_where_the_score_has_the_median()
    {
        var line = EmergenceScore.OfOrdered([0, 1, 2, 3, 4]);
        Assert.Equal((4, 1), (line.Linearity, line.Unevenness));
        var jump = EmergenceScore.OfOrdered([0, 1, 2, 3, 13]);
        Assert.Equal(13 / Math.Sqrt((1 + 1 + 1 + 100) / 4.0), jump.Linearity, 12);
        Assert.Equal(Math.Sqrt(103 / 4.0), jump.Unevenness, 12);
    }

    [Fact]
    public void More_points_than_lie_on_the_stack() =>
        Assert.Equal(199, EmergenceScore.OfOrdered([.. Enumerable.Range(0, 200).Select(i => (double)i)]).Value, 12);

    private static (double, SeriesFlag, int) Score(params double[] values)
    {
        var score = EmergenceScore.OfOrdered(values);
        return (score.Value, score.Flag, score.N);
    }

    private static void Near(double expected, EmergenceScore score) => Assert.Equal(expected, score.Value, expected * 1e-12);
}
