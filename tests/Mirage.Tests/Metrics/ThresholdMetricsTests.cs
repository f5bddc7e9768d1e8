using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class ThresholdMetricsTests
{
    [Fact]
    public void Calibration_error_by_hand()
    {
        // Bin (0.5, 0.6]: two answers at 0.6, one right; bin (0.9, 1]: two at 0.95, both right.
        Assert.Equal((.5 * Math.Abs(.5 - .6)) + (.5 * Math.Abs(1 - .95)), CalibrationError.Expected([.6, .95, .6, .95], [true, true, false, true]), 14);
        Assert.Equal(0, CalibrationError.Expected([0, 0, 1], [false, false, true]));
        Assert.Equal(1, CalibrationError.Expected([0, 1], [true, false]));
    }

    [Fact]
    public void The_bins_decide_what_cancels()
    {
        double[] said = [.1, .9];
        Assert.Equal(.9, CalibrationError.Expected(said, [true, false], bins: 2), 14);
        Assert.Equal(0, CalibrationError.Expected(said, [true, false], bins: 1), 14);
    }

    [Fact]
    public void A_bin_holds_its_upper_end()
    {
        // 0.5 belongs to (0, 0.5] of two bins: it cancels with 0.25 there.
        Assert.Equal(.5 * Math.Abs(.5 - .375) * 2, CalibrationError.Expected([.5, .25], [true, false], bins: 2), 14);
    }

    [Fact]
    public void Calibration_refuses_what_is_no_probability()
    {
        Assert.Throws<ArgumentException>(() => CalibrationError.Expected([1.2], [true]));
        Assert.Throws<ArgumentException>(() => CalibrationError.Expected([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => CalibrationError.Expected([], []));
    }

    [Fact]
    public void Reconstruction_below_a_threshold()
    {
        Assert.Equal(1.25, Reconstruction.SquaredError([1, 0], [0, .5f]));
        Assert.Equal(.5, Reconstruction.Share([.1, .2, .3, .4], .3));
        Assert.Equal(0, Reconstruction.Share([.1], .1));
        Assert.Equal(1, Reconstruction.Share([.1], double.PositiveInfinity));
    }

    [Fact]
    public void Subset_accuracy_against_all_subsets()
    {
        for (var hits = 0; hits <= 5; hits++)
        {
            for (var size = 1; size <= 5; size++)
            {
                var subsets = Enumerable.Range(0, 1 << 5).Where(mask => int.PopCount(mask) == size).ToList();
                var right = subsets.Count(mask => mask < 1 << hits || (mask & ~((1 << hits) - 1)) == 0);
                Assert.Equal(right / (double)subsets.Count, SubsetAccuracy.OverSubsets(hits, 5, size), 14);
            }
        }

        Assert.True(SubsetAccuracy.Of([true, true]));
        Assert.False(SubsetAccuracy.Of([true, false]));
    }
}
