using MathNet.Numerics.Distributions;
using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

public class ExactAdversaryTests
{
    [Theory]
    [InlineData(4, .20, 3.2200)]
    [InlineData(4, .30, 2.6350)]
    [InlineData(4, .50, 2.0000)]
    [InlineData(8, .20, 2.6466)]
    [InlineData(8, .30, 2.1887)]
    [InlineData(8, .50, 1.6953)]
    [InlineData(16, .20, 2.0964)]
    [InlineData(16, .30, 1.8111)]
    [InlineData(16, .50, 1.5035)]
    public void It_does_what_the_reference_table_says(int k, double alpha, double expected)
        => Assert.Equal(expected, ExactAdversary.Beta(.05, k, alpha), 5.1e-5);

    [Theory]
    [InlineData(.05, 4, .2)]
    [InlineData(.1, 8, .25)]
    [InlineData(.3, 20, .6)]
    public void It_takes_the_upper_tail_of_a_binomial(double theta, int k, double alpha)
    {
        var (left, sum) = (theta, 0.0);
        for (var edges = k; edges >= 0; edges--)
        {
            var mass = Math.Min(left, Binomial.PMF(alpha, k, edges));
            sum += mass * edges;
            left -= mass;
        }

        Assert.Equal(sum / (theta * k * alpha), ExactAdversary.Beta(theta, k, alpha), 1e-10);
    }

    [Fact]
    public void It_never_does_more_than_the_union_bound_allows()
        => Assert.All(
            from theta in new[] { .01, .05, .2, .5, .9 }
            from k in new[] { 1, 2, 8, 32 }
            from alpha in new[] { .01, .1, .3, .6, .9 }
            where new CompetenceBound(theta, k).Exists(alpha)
            select (theta, k, alpha),
            point => Assert.InRange(ExactAdversary.Beta(point.theta, point.k, point.alpha), 1 - 1e-12, new CompetenceBound(point.theta, point.k).LeastBeta(point.alpha)));

    [Theory]
    [InlineData(0, 8, .2)]
    [InlineData(.05, 0, .2)]
    [InlineData(.05, 8, 1)]
    public void What_is_out_of_range_is_refused(double theta, int k, double alpha)
        => Assert.Throws<InputException>(() => ExactAdversary.Beta(theta, k, alpha));
}
