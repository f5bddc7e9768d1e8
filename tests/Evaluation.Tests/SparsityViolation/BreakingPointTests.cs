using Research.Evaluation.SparsityViolation;

namespace Research.Evaluation.Tests.SparsityViolation;

public sealed class BreakingPointTests
{
    [Fact]
    public void It_lies_where_the_line_through_two_points_crosses_the_level() =>
        Assert.Equal(0.35, BreakingPoint.Of([(0, 0), (0.2, 0.2), (0.4, 0.6), (1, 0.1)], 0.5)!.Value, 1e-12);

    [Fact]
    public void A_curve_that_begins_above_breaks_at_its_first_point() =>
        Assert.Equal(0.1, BreakingPoint.Of([(0.1, 0.6), (0.4, 0.9)], 0.5));

    [Fact]
    public void A_curve_that_stays_at_the_level_or_below_does_not_break() =>
        Assert.Null(BreakingPoint.Of([(0, 0.1), (1, 0.5)], 0.5));
}
