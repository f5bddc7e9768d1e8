using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class SegmentedBootstrapTests
{
    private static readonly Philox Source = new(1, "test/bootstrap");

    /// <summary>The intervals are to cover 95 of 100 true values; as many data sets as this may miss a few more.</summary>
    [Fact]
    public void The_intervals_cover_known_breaks_slopes_and_turns()
    {
        double[] breaks = [3, 7], slopes = [0, -1.5, 0], turns = [-1.5, 1.5];
        var covered = new List<bool>();
        for (var set = 0; set < 40; set++)
        {
            var (x, y) = SegmentedRegressionTests.Broken(120, breaks, slopes, noise: .5, set);
            var bootstrap = Bootstrap(x, y, [.. Enumerable.Range(0, 120).Select(i => i / 2)]);
            covered.AddRange(bootstrap.Breaks.Select((estimate, k) => estimate.Covers(breaks[k])));
            covered.AddRange(bootstrap.Slopes.Select((estimate, k) => estimate.Covers(slopes[k])));
            covered.AddRange(bootstrap.Turns.Select((estimate, k) => estimate.Covers(turns[k])));
            Assert.All(bootstrap.Breaks, estimate => Assert.InRange(estimate.Margin, .05, 2));
            Assert.Equal(1, bootstrap.Shares.Sum(), 1e-12);
            Assert.True(bootstrap.Shares[2] > .7);
        }

        Assert.InRange(covered.Count(hit => hit) / (double)covered.Count, .9, .99);
    }

    /// <summary>
    /// Points of one group lie side by side and share their error: drawn one by one, they would seem to say more.
    /// </summary>
    [Fact]
    public void Groups_are_drawn_whole()
    {
        double[] x = [.. Enumerable.Range(0, 240).Select(i => i / 24.0)];
        int[] groups = [.. Enumerable.Range(0, 240).Select(i => i / 6)], single = [.. Enumerable.Range(0, 240)];
        double[] y = [.. x.Select((place, i) =>
            (-1.5 * Math.Clamp(place - 3, 0, 4)) + (.5 * Source.Normal(groups[i], step: 9999)))];

        var together = Bootstrap(x, y, groups);
        var alone = Bootstrap(x, y, single);

        Assert.True(together.Slopes[1].Margin > 1.5 * alone.Slopes[1].Margin);
        Assert.Equal(together.Breaks, Bootstrap(x, y, groups).Breaks);
    }

    [Fact]
    public void One_group_leaves_nothing_to_draw()
    {
        var (x, y) = SegmentedRegressionTests.Broken(60, [3, 7], [0, -1.5, 0], noise: .05);

        var bootstrap = Bootstrap(x, y, new int[60]);

        Assert.All(bootstrap.Breaks, estimate => Assert.Equal(0, estimate.Margin));
        Assert.Equal([0, 0, 1], bootstrap.Shares);
    }

    [Theory, InlineData(0, 1.0), InlineData(.25, 1.75), InlineData(.5, 2.5), InlineData(1, 4.0), InlineData(.9, 3.7)]
    public void A_quantile_lies_between_the_ordered_values(double share, double expected) =>
        Assert.Equal(expected, Quantile.Of([3, 1, 4, 2], share), 1e-12);

    private static SegmentedBootstrap Bootstrap(double[] x, double[] y, int[] groups)
    {
        var regression = new SegmentedRegression(x, y, steps: 24);
        return SegmentedBootstrap.Of(regression, regression.Fit(2)!, groups, most: 2, resamples: 200, Source);
    }
}
