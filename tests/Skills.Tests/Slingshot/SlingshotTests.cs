using Research.Jobs;
using Research.Numerics;
using Research.Skills.Bounds;
using Research.Skills.Slingshot;

namespace Research.Skills.Tests.Slingshot;

public class SlingshotTests
{
    /// <summary>All pairs of texts are the pieces of two, so that a tuple's failures can be counted.</summary>
    [Fact]
    public void Failures_of_a_tuple_are_those_of_all_its_pieces()
    {
        var graph = new SkillGraph(new SkillMeasure(3, 0), 40, 4, new Philox(1, "test"), 0);
        var failed = Enumerable.Range(0, 40).Select(text => text % 7 == 0).ToArray();
        var failures = new TupleFailures(graph, failed);
        var (pieces, failedPieces) = (new int[9], new int[9]);
        for (var a = 0; a < 40; a++)
        {
            for (var b = 0; b < 40; b++)
            {
                for (var position = 0; position < 4; position++)
                {
                    var tuple = graph.SkillsOf(a)[position] * 3 + graph.SkillsOf(b)[position];
                    pieces[tuple]++;
                    if (failed[a] || failed[b]) failedPieces[tuple]++;
                }
            }
        }

        for (var tuple = 0; tuple < 9; tuple++)
            Assert.Equal((double)failedPieces[tuple] / pieces[tuple], failures.Of([(ushort)(tuple / 3), (ushort)(tuple % 3)]), 1e-12);
    }

    [Fact]
    public void Single_skills_suffer_as_from_the_exact_adversary()
    {
        var row = SlingshotMeasurement.Row(new SlingshotSpec(1, 20_000, 2, 1000, 5000).Validate(), 0);

        Assert.Equal(ExactAdversary.Beta(.05, 8, .2) * .05, row.Failure, .06 * row.Failure);
        Assert.Equal(row.Failure, row.DrawnFailure, .015);
        Assert.Equal(row.Bound!.Value, row.SingleBound, 1e-12);
        Assert.Equal(row.Failure, row.ScaledFailure, 1e-12);
    }

    [Theory, InlineData(2), InlineData(4), InlineData(8)]
    public void Tuples_keep_both_bounds(int size)
    {
        var row = SlingshotMeasurement.Row(new SlingshotSpec(size, 20_000, 2, 2000, 5000).Validate(), 0);

        Assert.Equal(1 - Math.Pow(.95, size), row.PieceTheta, 1e-12);
        Assert.Equal(row.PieceTheta, row.FailedPieces / 5000.0, 4 * Math.Sqrt(row.PieceTheta / 5000));
        Assert.InRange(row.Failure, row.PieceTheta, row.Bound!.Value);
        Assert.Equal(row.Failure, row.DrawnFailure, .03);
        Assert.InRange(row.ScaledFailure, .05, row.SingleBound);
    }

    /// <summary>The reference's .2986 is the bound at its simulated theta' of .0970; at the exact .0975 it is .2999.</summary>
    [Fact]
    public void Pairs_are_bounded_as_in_the_reference()
    {
        Assert.Equal(.2986, new CompetenceBound(.0970, 8).LeastBeta(.2) * .0970, 5.1e-5);
        Assert.Equal(.2999, SlingshotMeasurement.Row(new SlingshotSpec(2, 5000, 2, 2000, 1000).Validate(), 0).Bound!.Value, 5.1e-5);
    }

    [Theory]
    [InlineData(0, 1000, .05)]
    [InlineData(65, 1000, .05)]
    [InlineData(2, 10, .05)]
    [InlineData(2, 1000, 1.0)]
    public void An_impossible_experiment_is_refused(int size, int tuples, double theta)
        => Assert.Throws<InputException>(() => new SlingshotSpec(size, 5000, 2, tuples, 1000, Theta: theta).Validate());
}
