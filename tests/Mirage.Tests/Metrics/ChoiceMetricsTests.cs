using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class ChoiceMetricsTests
{
    [Fact]
    public void The_likeliest_option_decides_and_the_first_of_equals_is_chosen()
    {
        Assert.True(MultipleChoiceGrade.Of([-2.0, -1, -3], 1));
        Assert.False(MultipleChoiceGrade.Of([-2.0, -1, -3], 0));
        Assert.True(MultipleChoiceGrade.Of([.4, .4, .2], 0));
        Assert.False(MultipleChoiceGrade.Of([.4, .4, .2], 1));
        Assert.Throws<ArgumentException>(() => MultipleChoiceGrade.Of([.4, double.NaN], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleChoiceGrade.Of([.4, .6], 2));
    }

    [Fact]
    public void Renormalized_over_the_options()
    {
        var p = new double[3];
        ChoiceProbabilities.Of([Math.Log(.02), Math.Log(.01), double.NegativeInfinity], p);
        Assert.Equal([2.0 / 3, 1.0 / 3, 0], p, (a, b) => Math.Abs(a - b) < 1e-14);
        ChoiceProbabilities.Of([-1e4, -1e4, -2e4], p);
        Assert.Equal([.5, .5, 0], p, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Throws<ArgumentException>(() => ChoiceProbabilities.Of([double.NegativeInfinity], new double[1]));
    }

    [Fact]
    public void Brier_scores_by_hand()
    {
        Assert.Equal(.5 * .5 + .3 * .3 + .2 * .2, BrierScore.MultiClass([.5, .3, .2], 0), 14);
        Assert.Equal(.5 * .5 + .7 * .7 + .2 * .2, BrierScore.MultiClass([.5, .3, .2], 1), 14);
        Assert.Equal(.49, BrierScore.TargetOnly(.3), 14);
        Assert.Equal(0, BrierScore.MultiClass([0.0, 1], 1));
        Assert.Equal(2, BrierScore.MultiClass([0.0, 1], 0));
    }

    [Fact]
    public void With_an_even_rest_the_full_form_is_K_over_K_minus_1_times_the_target_only_one()
    {
        foreach (var p in new[] { .1, .25, .6, .9 })
        {
            double[] options = [p, (1 - p) / 3, (1 - p) / 3, (1 - p) / 3];
            Assert.Equal(4.0 / 3 * BrierScore.TargetOnly(p), BrierScore.MultiClass(options, 0), 14);
        }
    }

    [Fact]
    public void Brier_is_proper_the_truth_is_the_best_forecast()
    {
        double[] truth = [.5, .3, .2];
        double Expected(double[] forecast) => truth.Select((p, i) => p * BrierScore.MultiClass(forecast, i)).Sum();
        foreach (double[] other in new double[][] { [.6, .2, .2], [.4, .4, .2], [1, 0, 0], [1.0 / 3, 1.0 / 3, 1.0 / 3] })
            Assert.True(Expected(truth) < Expected(other));
    }
}
