using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

public class CompetenceBoundTests
{
    [Theory]
    [InlineData(.05, 2, .1374)]
    [InlineData(.05, 8, .6088)]
    [InlineData(.05, 16, .7802)]
    [InlineData(.02, 8, .5419)]
    [InlineData(.20, 8, .7314)]
    public void The_largest_share_of_skills_is_the_closed_form(double theta, int k, double expected)
        => Assert.Equal(expected, new CompetenceBound(theta, k).LargestAlpha(), 5e-5);

    [Theory]
    [InlineData(.05, 2, .05, 16.3587, .1821)]
    [InlineData(.05, 4, .05, 11.0633, .4468)]
    [InlineData(.05, 4, .20, 4.2720, .7864)]
    [InlineData(.05, 4, .30, 3.1920, .8404)]
    [InlineData(.05, 8, .05, 7.5197, .6240)]
    [InlineData(.05, 8, .20, 3.2981, .8351)]
    [InlineData(.05, 8, .30, 2.6088, .8696)]
    [InlineData(.05, 8, .50, 1.9011, .9049)]
    [InlineData(.05, 8, .60, 1.6631, .9168)]
    [InlineData(.05, 16, .05, 5.2457, .7377)]
    [InlineData(.05, 16, .20, 2.5879, .8706)]
    [InlineData(.05, 16, .30, 2.1394, .8930)]
    [InlineData(.05, 16, .50, 1.6735, .9163)]
    [InlineData(.05, 16, .60, 1.5196, .9240)]
    [InlineData(.05, 32, .05, 3.7941, .8103)]
    [InlineData(.05, 32, .20, 2.0952, .8952)]
    [InlineData(.05, 32, .30, 1.7993, .9100)]
    [InlineData(.05, 32, .50, 1.4875, .9256)]
    [InlineData(.05, 32, .60, 1.3836, .9308)]
    [InlineData(.05, 32, .80, 1.2089, .9396)]
    [InlineData(.02, 8, .05, 8.4387, .8312)]
    [InlineData(.02, 8, .20, 3.5663, .9287)]
    [InlineData(.02, 8, .30, 2.7785, .9444)]
    [InlineData(.02, 8, .50, 1.9688, .9606)]
    [InlineData(.10, 8, .05, 6.7560, .3244)]
    [InlineData(.10, 8, .20, 3.0672, .6933)]
    [InlineData(.10, 8, .30, 2.4591, .7541)]
    [InlineData(.10, 8, .50, 1.8334, .8167)]
    [InlineData(.10, 8, .60, 1.6262, .8374)]
    [InlineData(.20, 8, .05, 5.8944, 0)]
    [InlineData(.20, 8, .20, 2.7976, .4405)]
    [InlineData(.20, 8, .30, 2.2807, .5439)]
    [InlineData(.20, 8, .50, 1.7463, .6507)]
    [InlineData(.20, 8, .60, 1.5699, .6860)]
    public void The_performance_curve_is_the_reference_table(double theta, int k, double alpha, double beta, double competence)
    {
        var bound = new CompetenceBound(theta, k);

        Assert.Equal(beta, bound.LeastBeta(alpha), 5.1e-5);
        Assert.Equal(competence, bound.Competence(alpha), 5.1e-5);
    }

    [Theory]
    [InlineData(.05, 2, .20)]
    [InlineData(.05, 4, .50)]
    [InlineData(.05, 8, .80)]
    [InlineData(.05, 16, .80)]
    [InlineData(.20, 8, .80)]
    public void Where_no_factor_exists_none_is_returned(double theta, int k, double alpha)
    {
        var bound = new CompetenceBound(theta, k);
        var error = Assert.Throws<InputException>(() => bound.LeastBeta(alpha));

        Assert.False(bound.Exists(alpha));
        Assert.Contains("no beta satisfies the condition", error.Message, StringComparison.Ordinal);
        Assert.Contains("it says nothing of a share of skills above 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_condition_has_the_reference_value()
        => Assert.Equal(.1566553918, new CompetenceBound(.05, 8).Condition(.2, 2.0), 5e-11);

    [Theory]
    [InlineData(.05, 8, .2, 0)]
    [InlineData(.2, 32, .05, 0)]
    [InlineData(.05, 8, .2, .1)]
    public void The_least_factor_is_where_the_printed_condition_begins_to_hold(double theta, int k, double alpha, double ratio)
    {
        var bound = new CompetenceBound(theta, k, ratio);
        var beta = bound.LeastBeta(alpha);

        Assert.True(bound.Condition(alpha, beta * (1 + 1e-9)) < 0);
        Assert.True(bound.Condition(alpha, beta * (1 - 1e-9)) > 0);
    }

    [Theory]
    [InlineData(0, 3.2981)]
    [InlineData(1e-3, 3.3012)]
    [InlineData(1e-1, 3.5851)]
    public void Few_texts_per_skill_loosen_the_bound(double ratio, double expected)
        => Assert.Equal(expected, new CompetenceBound(.05, 8, ratio).LeastBeta(.2), 5.1e-5);

    [Theory, InlineData(0), InlineData(.01), InlineData(1.0)]
    public void The_bound_ends_at_its_largest_share(double ratio)
    {
        var bound = new CompetenceBound(.05, 8, ratio);
        var largest = bound.LargestAlpha();

        Assert.True(bound.Exists(largest * (1 - 1e-9)));
        Assert.False(bound.Exists(largest * (1 + 1e-9)));
        Assert.Equal(1 / largest, bound.LeastBeta(largest * (1 - 1e-9)), 1e-3);
    }

    [Theory]
    [InlineData(0, 8, 0, .2)]
    [InlineData(1, 8, 0, .2)]
    [InlineData(double.NaN, 8, 0, .2)]
    [InlineData(.05, 0, 0, .2)]
    [InlineData(.05, 8, -1, .2)]
    [InlineData(.05, 8, 0, 0)]
    [InlineData(.05, 8, 0, 1)]
    public void What_is_out_of_range_is_refused(double theta, int k, double ratio, double alpha)
        => Assert.Contains("is out of range", Assert.Throws<InputException>(() => new CompetenceBound(theta, k, ratio).LeastBeta(alpha)).Message, StringComparison.Ordinal);

    [Theory, InlineData(1.0), InlineData(5.1)]
    public void A_factor_lies_above_1_and_leaves_no_more_than_all_edges(double beta)
        => Assert.Contains("at most 1 / alpha", Assert.Throws<InputException>(() => new CompetenceBound(.05, 8).Condition(.2, beta)).Message, StringComparison.Ordinal);
}
