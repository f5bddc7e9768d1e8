using Research.Jobs;
using Research.Skills.Bounds;
using Research.Skills.Scaling;

namespace Research.Skills.Tests.Scaling;

public class ScalingTests
{
    [Theory]
    [InlineData(70e9, 1.4e12, .246645)]
    [InlineData(70e10, 1.4e13, .123788)]
    [InlineData(70e9, 1.4e13, .169114)]
    public void The_published_law_has_its_published_values(double parameters, double tokens, double expected)
        => Assert.Equal(expected, ScalingLaw.Excess(parameters, tokens), 5e-7);

    [Fact]
    public void Tuples_grow_as_the_excess_shrinks()
    {
        var both = TupleScalingMeasurement.Rows(new TupleScalingSpec(), ScalingDirection.ParametersAndTokens);

        Assert.Equal(1.9925, both[1].Tuple / both[0].Tuple, 5e-5);
        Assert.Equal(3.9539, both[2].Tuple / both[0].Tuple, 5e-5);
        Assert.Equal(15.3950, both[4].Tuple / both[0].Tuple, 5e-5);
        Assert.Equal(both[2].Tuple / both[1].Tuple, both[2].Factor!.Value, 1e-12);
        Assert.Equal(both[1].Tuple, TupleScalingMeasurement.Rows(new TupleScalingSpec(), ScalingDirection.Computation)[2].Tuple, 1e-12);
        Assert.Equal(.246645 / .169114, TupleScalingMeasurement.Rows(new TupleScalingSpec(), ScalingDirection.Tokens)[1].Factor!.Value, 1e-5);
    }

    [Fact]
    public void A_tuple_is_as_large_as_the_bound_allows()
    {
        var reach = new TupleReach(8, .2, .5);
        var tuple = reach.Of(.01);

        Assert.Equal(.5, new CompetenceBound(.01 * tuple, 8).Competence(.2), 1e-9);
        Assert.InRange(reach.LargestTheta(), .1, .2);
    }

    [Fact]
    public void What_the_bound_promises_nowhere_is_said()
        => Assert.Contains("at no share of failed texts", Assert.Throws<InputException>(() => new TupleReach(1, .9, .5).LargestTheta()).Message, StringComparison.Ordinal);

    [Theory, InlineData(0.0), InlineData(1.0)]
    public void A_competence_is_neither_nothing_nor_everything(double competence)
        => Assert.Throws<InputException>(() => new TupleReach(8, .2, competence).LargestTheta());

    [Fact]
    public void Models_have_parameters_and_tokens()
    {
        Assert.Throws<InputException>(() => ScalingLaw.Excess(0, 1));
        Assert.Throws<InputException>(() => ScalingLaw.Excess(1, double.NaN));
        Assert.Throws<InputException>(() => new TupleReach(8, .2, .5).Of(0));
    }
}
