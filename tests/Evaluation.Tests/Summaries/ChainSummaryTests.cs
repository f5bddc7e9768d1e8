using Research.Evaluation.ChainOfThought;
using Research.Languages.Chains;

namespace Research.Evaluation.Tests.Summaries;

public sealed class ChainSummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void A_gain_is_the_direct_KL_minus_that_with_steps_on_held_out_pairs()
    {
        var numbers = Numbers<ChainOfThoughtRow>(
            ChainOfThoughtSummary.Summarize, Rows(1, 1, steps => 1 + (.5 * steps), free: .25), Rows(1, 2, steps => 3 + (.5 * steps), free: .25));

        // Steps 2 and 4: direct 2 and 3, then 4 and 5; own steps .25; given steps 0.
        AssertNumber(3.25, "nats", 2, numbers["x.gain.free.line-c1"], (3.25 - (T1 * 1), 3.25 + (T1 * 1)));
        AssertNumber(3.5, "nats", 2, numbers["x.gain.scaffolded.line-c1"], (3.5 - T1, 3.5 + T1));
        AssertNumber(.5, "nats per step", 2, numbers["x.trend.free.line-c1"], (.5, .5));
        AssertNumber(3.5, "nats", 2, numbers["x.kl.direct.line-c1"], (3.5 - T1, 3.5 + T1));
        AssertNumber(.75, "share", 2, numbers["x.reached.line-c1"], (.75, .75));
        AssertNumber(9, "nats", 2, numbers["x.control.direct.line-c1"], (9, 9));
        AssertNumber(7, "nats", 2, numbers["x.neighbors.line-c1"], (7, 7));
    }

    [Theory, InlineData(.5, true), InlineData(.25, false)]
    public void Whether_steps_help_is_asked_where_half_of_the_documents_hold_them(double coverage, bool asked)
    {
        var numbers = Numbers<ChainOfThoughtRow>(ChainOfThoughtSummary.Summarize, Rows(coverage, 1, steps => steps, free: .25));

        Assert.Equal(asked, numbers.ContainsKey($"x.gain.free.line-c{coverage}"));
        Assert.True(numbers.ContainsKey($"x.kl.free.line-c{coverage}"));
    }

    [Fact]
    public void Accuracy_is_ranked_against_coverage_over_levels_and_seeds()
    {
        IEnumerable<ChainOfThoughtRow> rows =
            from level in new[] { 0, .1, .25, .5 }
            from seed in new[] { 1, 2 }
            from row in Rows(level, seed, _ => 1, free: 1)
            select row with { Agrees = row.Value < 8 * level };

        var numbers = Numbers<ChainOfThoughtRow>(ChainCoverageSummary.Summarize, rows);

        AssertNumber(0, "share", 2, numbers["x.accuracy.line-c0"], (0, 0));
        AssertNumber(.25, "share", 2, numbers["x.accuracy.line-c0.25"], (.25, .25));
        AssertNumber(1, "rho", 8, numbers["x.trend.line"]);
        // Of 8! orders of the accuracies those that keep each level's two together in their places: 2^4.
        AssertNumber(16 / 40320.0, "p-value", 8, numbers["x.trend-p.line"]);
        Assert.Equal(6, numbers.Count);
    }

    [Fact]
    public void Two_levels_of_coverage_are_no_series() => Assert.Equal(
        ["x.accuracy.line-c0.5", "x.accuracy.line-c1"],
        Numbers<ChainOfThoughtRow>(ChainCoverageSummary.Summarize, Rows(.5, 1, _ => 1, 1).Concat(Rows(1, 1, _ => 1, 1))).Keys.Order());

    [Fact]
    public void Information_is_averaged_over_the_held_out_pairs_with_fewest_and_most_steps()
    {
        var numbers = Numbers<StepInformationRow>(StepInformationSummary.Summarize, [
            Information(2, true, .6, .1), Information(2, true, .8, .3), Information(4, true, .2, .9), Information(4, false, 5, 5)]);

        AssertNumber(.7, "nats", 2, numbers["x.information.start-few.tree"]);
        AssertNumber(.2, "nats", 2, numbers["x.information.steps-few.tree"]);
        AssertNumber(.9, "nats", 1, numbers["x.information.steps-many.tree"]);
        AssertNumber(.04, "share", 1, numbers["x.information.lower-many.tree"]);
        AssertNumber(5e-16, "", 4, numbers["x.information.own-steps.tree"]);

        static StepInformationRow Information(int steps, bool heldOut, double fromStart, double fromSteps) =>
            new(Topology.Tree, "a", "c", steps, heldOut, fromStart, fromSteps, Lower: .01 * steps, "a0 b1 c1", .1, .2, .3, fromStart * 1e-16);
    }

    /// <summary>Eight questions on held-out pairs, at 2 and 4 steps, and a control and a neighbor.</summary>
    private static IEnumerable<ChainOfThoughtRow> Rows(double coverage, int seed, Func<int, double> direct, double free)
    {
        var row = new ChainOfThoughtRow(
            $"line c={coverage}", Topology.Line, coverage, "model", seed, "a", 0, "c", 2, HeldOut: true, Estimator.Direct, 0, Agrees: true, Reached: null);
        yield return row with { Steps = 1, HeldOut = false, Kl = 7 };
        foreach (var estimator in Enum.GetValues<Estimator>())
        {
            yield return row with { HeldOut = false, Estimator = estimator, Kl = 9 };
            for (var value = 0; value < 8; value++)
            {
                var steps = value % 2 == 0 ? 2 : 4;
                var kl = estimator == Estimator.Direct ? direct(steps) : estimator == Estimator.Free ? free : 0;
                yield return row with { Value = value, Steps = steps, Estimator = estimator, Kl = kl, Reached = estimator == Estimator.Free ? .75 : null };
            }
        }
    }
}
