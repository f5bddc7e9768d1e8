using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentTuningTests
{
    private static readonly Number Some = Number("latent.tuning.tunings", 6);

    [Theory]
    [InlineData(0.9, 0.01, 0.01, 0.01, VerdictKind.Holds)]
    [InlineData(0.9, -0.2, -0.1, 0.0, VerdictKind.Holds)]
    [InlineData(0.9, 0.0101, 0.0, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(0.9, 0.0, 0.0101, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(0.9, 0.0, 0.0, 0.0101, VerdictKind.HoldsInPart)]
    [InlineData(0.899, 0.0, 0.0, 0.0, VerdictKind.Fails)]
    public void A_way_must_move_the_transitions_and_leave_all_messages(
        double movedLow, double promptHigh, double answerHigh, double heldOutHigh, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentTuning>([Some, .. Way("a", movedLow, promptHigh, answerHigh, heldOutHigh)]).Kind);

    [Fact]
    public void One_way_that_does_both_is_enough()
    {
        var verdict = Judge<LatentTuning>([Some, .. Way("harsh", 0.95, 0.3, 0.2, 0.4), .. Way("gentle", 0.95, 0.001, 0.001, 0.002), .. Way("idle", 0.1, 0, 0, 0)]);

        Assert.Equal(VerdictKind.Holds, verdict.Kind);
        Assert.StartsWith("2 of 3 ways of tuning move the transitions, 1 of these leave all messages alone. Gentlest: gentle, ", verdict.Because);
        Assert.Contains("harshest: harsh, ", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_moves_and_another_that_keeps_do_not_make_one_that_does_both()
        => Assert.Equal(VerdictKind.HoldsInPart, Judge<LatentTuning>([Some, .. Way("moves", 0.99, 0.3, 0, 0), .. Way("keeps", 0.5, 0, 0, 0)]).Kind);

    [Fact]
    public void Without_a_tuning_it_is_not_testable() => Assert.Equal(VerdictKind.NotTestable, Judge<LatentTuning>(Number("latent.tuning.tunings", 0)).Kind);

    [Fact]
    public void The_rule_states_every_threshold() => Assert.All(
        ["at least 0.9", "at most 0.01 nats", "lower end", "upper end"],
        threshold => Assert.Contains(threshold, new LatentTuning().Rule, StringComparison.Ordinal));

    private static IEnumerable<Number> Way(string name, double movedLow, double promptHigh, double answerHigh, double heldOutHigh) =>
    [
        Number($"latent.tuning.moved.{name}", movedLow + 0.001, movedLow, movedLow + 0.002),
        Number($"latent.tuning.within-change.prompt.{name}", promptHigh - 0.5, promptHigh - 1, promptHigh),
        Number($"latent.tuning.within-change.answer.{name}", answerHigh - 0.5, answerHigh - 1, answerHigh),
        Number($"latent.tuning.within-change.held-out.{name}", heldOutHigh - 0.5, heldOutHigh - 1, heldOutHigh),
    ];
}
