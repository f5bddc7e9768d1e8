using Research.Mirage.Vision;

namespace Research.Mirage.Tests.Vision;

[Trait("Size", "Small")]
public sealed class VisionSeriesTests
{
    [Fact]
    public void What_is_hidden_is_the_smooth_progress_before_the_sharp_metric_moves()
    {
        // The sharp one leaves its floor at the fourth size; the smooth one is at 60 of 80 before.
        Assert.Equal(0.75, VisionSeries.Hidden([10, 40, 70, 80, 90], [0, 0, 0.05, 0.5, 1]), 12);
        // A tenth of the way still is the floor, more is not.
        Assert.Equal(0.75, VisionSeries.Hidden([10, 40, 70, 80, 90], [0, 0, 0.1, 0.5, 1]), 12);
        Assert.Equal(0.375, VisionSeries.Hidden([10, 40, 70, 80, 90], [0, 0, 0.11, 0.5, 1]), 12);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.02, -3)]
    public void A_metric_hides_no_more_than_a_tenth_of_one_that_is_linear_in_it(double factor, double offset)
    {
        double[] smooth = [0, 0.05, 0.1, 0.3, 0.9, 1];
        Assert.InRange(VisionSeries.Hidden(smooth, Array.ConvertAll(smooth, value => (factor * value) + offset)), 0, VisionSeries.Floor);
    }

    [Fact]
    public void Powers_of_an_accuracy_hide_more_the_higher_they_are()
    {
        double[] accuracy = [0.1, 0.3, 0.5, 0.7, 0.85, 0.95];
        double[] hidden = [.. Enumerable.Range(1, 5).Select(k => VisionSeries.Hidden(accuracy, Array.ConvertAll(accuracy, p => Math.Pow(p, k))))];
        Assert.Equal(hidden.Order(), hidden);
        // 0.5^5 is 0.031 of at most 0.774, 0.7^5 is 0.168.
        Assert.Equal(0.4 / 0.85, hidden[4], 12);
    }

    [Fact]
    public void A_metric_that_never_moves_shows_no_emergence() => Assert.Equal(0, VisionSeries.Hidden([1, 2, 3], [0, 0, 0]));

    [Fact]
    public void The_largest_step_is_a_share_of_the_whole_way()
    {
        Assert.Equal(0.25, VisionSeries.LargestStep([3, 4, 5, 6, 7]), 12);
        Assert.Equal(1, VisionSeries.LargestStep([2, 2, 9, 9]), 12);
        Assert.Equal(0, VisionSeries.LargestStep([2, 2, 2]));
        Assert.Equal([1.0, 4, 7], VisionSeries.Sparse([1, 2, 3, 4, 5, 6, 7, 8]));
    }
}
