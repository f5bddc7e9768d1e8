using Research.Jobs;
using Research.Skills.Learners;

namespace Research.Skills.Tests.Learners;

public class EmergenceThresholdTests
{
    [Theory]
    [InlineData(1, 2.7182818285, 1, .3678794412)]
    [InlineData(2, 4.2340000332, .4362928697, .4723665527)]
    [InlineData(4, 6.9655868531, .1837094517, .5742516868)]
    [InlineData(6, 9.5277446230, .1089056790, .6297398007)]
    public void Critical_points_of_the_reference(int limit, double load, double ratio, double q)
    {
        Assert.Equal(load, EmergenceThreshold.CriticalLoad(limit), 0.6e-10);
        Assert.Equal(ratio, EmergenceThreshold.CriticalRatio(limit), 0.6e-10);
        Assert.Equal(q, EmergenceThreshold.CriticalUnlearned(limit), 0.6e-10);
    }

    [Theory]
    [InlineData(1, 1.5, 2.9216010616, 1.0226559515, .5134171190)]
    [InlineData(1, 3, 4.1868372753, 1.5991017883, .7165313106)]
    [InlineData(2, 2.5, 4.3766812507, .4453600621, .5712090638)]
    [InlineData(2, 3, 4.6788704928, .4769797173, .6411803884)]
    public void Points_of_the_parametric_curve(int limit, double z, double load, double ratio, double q)
    {
        Assert.Equal(load, EmergenceThreshold.LoadAt(limit, z), 0.6e-10);
        Assert.Equal(ratio, EmergenceThreshold.RatioAt(limit, z), 0.6e-10);
        var threshold = EmergenceThreshold.Of(limit, EmergenceThreshold.LoadAt(limit, z));
        Assert.Equal(z, threshold.UpperLoad, 1e-11);
        Assert.Equal(q, threshold.UnlearnedBelow, 0.6e-10);
    }

    [Theory]
    [InlineData(1, 3, .9765071425, 1.0378856970, .5384496503, .09870091, 0.6e-8)]
    [InlineData(1, 4, .8565083284, 1.4663503250, .6994905769, .003044543, 0.6e-9)]
    [InlineData(1, 6, .6720605970, 4.5329896199, .8150698619, 1.542e-12, 0.6e-15)]
    [InlineData(1, 8, .5539906529, 18.3516981586, .8655229804, 1.7e-64, 0.6e-65)]
    [InlineData(2, 4.5, .4376036259, .4565401401, .6055017592, .2157989, 0.6e-7)]
    [InlineData(2, 5, .4297854794, .5253600492, .6864253234, .08725848, 0.6e-8)]
    [InlineData(2, 8, .3531551735, 2.3403851875, .8435443058, 7.39e-9, 0.6e-11)]
    [InlineData(3, 6, .2680412776, .2838172643, .6653767103, .2565113, 0.6e-7)]
    [InlineData(3, 8, .2551846921, .6031051417, .8115796075, .00802946, 0.6e-8)]
    public void Thresholds_of_the_reference(int limit, double load, double low, double ratio, double below, double above, double tolerance)
    {
        var threshold = EmergenceThreshold.Of(limit, load);

        Assert.Equal(low, threshold.LowRatio, 0.6e-10);
        Assert.Equal(ratio, threshold.Ratio, 0.6e-10);
        Assert.Equal(below, threshold.UnlearnedBelow, 0.6e-10);
        Assert.Equal(above, threshold.UnlearnedAbove, tolerance);
    }

    [Theory, InlineData(1, 3), InlineData(1, 4), InlineData(2, 5), InlineData(3, 8)]
    public void Halving_finds_the_same_threshold_without_the_formula(int limit, double load)
    {
        var threshold = EmergenceThreshold.Of(limit, load);
        var (ratio, below, above) = ThresholdSearch.Bisect(new SkillLearner(limit), load, most: 3);

        Assert.Equal(threshold.Ratio, ratio, 4e-8);
        Assert.Equal(threshold.UnlearnedBelow, below, 1e-3);
        Assert.Equal(threshold.UnlearnedAbove, above, 1e-5);
    }

    [Theory, InlineData(1, 3), InlineData(2, 5)]
    public void Knowledge_counts_between_the_two_ratios_only(int limit, double load)
    {
        var threshold = EmergenceThreshold.Of(limit, load);
        var middle = Spread(0.5 * (threshold.LowRatio + threshold.Ratio));

        Assert.True(middle > 0.2, $"both ends are the same: {middle}");
        Assert.Equal(0, Spread(threshold.LowRatio - 1e-4), 1e-9);
        Assert.Equal(0, Spread(threshold.Ratio + 1e-4), 1e-9);

        double Spread(double ratio)
        {
            var evolution = new DensityEvolution(new SkillLearner(limit), load, ratio);
            return evolution.Solve(1).Value - evolution.Solve(0).Value;
        }
    }

    [Theory, InlineData(1, 2.7), InlineData(1, 1), InlineData(2, 4.2), InlineData(6, 9.5)]
    public void Where_there_is_no_threshold_none_is_given(int limit, double load)
    {
        Assert.Null(EmergenceThreshold.TryOf(limit, load));
        var error = Assert.Throws<InputException>(() => EmergenceThreshold.Of(limit, load));
        Assert.Contains("has no emergence threshold", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{EmergenceThreshold.CriticalLoad(limit):F4}", error.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ThresholdSearch.Bisect(new SkillLearner(limit), load, 3));
    }
}
