using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: density evolution predicts what abstract learners learn. Numbers, for each case such as
/// <c>d1-c3-r1.1</c> (D, load, ratio):
/// <list type="table">
/// <item><term><c>learners.evolution.deviation.{case}</c></term><description>largest distance over all rounds between the
/// unlearned share of a graph and density evolution; interval over graphs.</description></item>
/// <item><term><c>learners.evolution.outside.{case}</c></term><description>largest distance from what density evolution spans
/// from the round before to the round after; interval over graphs.</description></item>
/// <item><term><c>learners.evolution.unlearned.{case}</c>, <c>.predicted.{case}</c></term><description>the share in the
/// end, on graphs and by theory.</description></item>
/// <item><term><c>learners.evolution.rounds.{case}</c></term><description>the most rounds until nothing changes.
/// </description></item>
/// </list>
/// </summary>
public sealed class LearnersEvolution : Claim
{
    private const double Close = 0.01;

    /// <inheritdoc />
    public override string Id => "learners.evolution";

    /// <inheritdoc />
    public override string Statement => "Density evolution predicts the share of skills that an abstract learner learns.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if for every learner and ratio the unlearned share follows density evolution with a lag of at most one round: in every round it lies "
        + "between the theory's values of the round before and the round after, or within 0.01 of them (mean over graphs of the largest distance from that span), and it ends within 0.01 of the "
        + "theory's end. In part if that is so for some. Fails if for none.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var outside = evidence.Family("learners.evolution.outside.");
        var close = outside.Count(entry => entry.Number.Value <= Close && EndsClose(evidence, entry.Of));
        var worst = evidence.Family("learners.evolution.deviation.").MaxBy(entry => entry.Number.Value);
        var rounds = evidence.Number($"learners.evolution.rounds.{worst.Of}");
        var measured =
            $"{close} of {outside.Count} cases follow density evolution with a lag of at most one round. The largest distance in the same round, "
            + $"{NumberText.Full(worst.Number)}, is that of {worst.Of}, over {NumberText.Full(rounds)}.";
        return close == outside.Count ? Verdict.Holds(measured) : close > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static bool EndsClose(Evidence evidence, string of) =>
        Math.Abs(evidence.Number($"learners.evolution.unlearned.{of}").Value - evidence.Number($"learners.evolution.predicted.{of}").Value) <= Close;
}
