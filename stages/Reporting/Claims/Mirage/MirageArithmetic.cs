using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 3: the jump over size is the metric's. Numbers, over the tasks and target lengths in which
/// exact match gains at least 0.5 between two sizes; intervals over seeds:
/// <list type="table">
/// <item><term><c>mirage.arithmetic.sizes</c>, <c>mirage.arithmetic.abilities</c></term><description>model sizes; those tasks and lengths, of all.
/// </description></item>
/// <item><term><c>mirage.arithmetic.step.{metric}</c></term><description>share: mean of the largest step between neighboring sizes over the
/// whole change.</description></item>
/// <item><term><c>mirage.arithmetic.excess.{metric}</c></term><description>share: that step of exact match minus that of the metric on the same
/// outputs.</description></item>
/// <item><term><c>mirage.arithmetic.higher.{metric}</c></term><description>share of the cases with two finite emergence scores in which exact match has
/// the larger one; not there without such a case.</description></item>
/// <item><term><c>mirage.arithmetic.infinite.{metric}</c></term><description>of cases: those with an infinite score, which are not compared.</description></item>
/// <item><term><c>mirage.arithmetic.jumps.{metric}</c></term><description>share of them in which the largest step is at least half of the
/// change.</description></item>
/// </list>
/// </summary>
public sealed class MirageArithmetic : Claim
{
    private const int FewestSizes = 6;

    private static readonly (string Id, string Name)[] Smooth = [("edit-distance", "edit distance"), ("log-likelihood", "log-likelihood"), ("brier", "Brier score")];

    /// <inheritdoc />
    public override string Id => "mirage.arithmetic";

    /// <inheritdoc />
    public override string Statement =>
        "The sudden appearance of arithmetic in larger models is made by exact match: the same outputs, scored by token edit distance or "
        + "another metric linear or continuous in the tokens, improve smoothly with size.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "Judged over the tasks and target lengths in which exact match gains at least 0.5 between two sizes; not testable with fewer than 6 "
        + "sizes or without such an ability. A smooth metric (token edit distance, log-likelihood, Brier) takes the jump away if exact match "
        + "makes a larger step between neighboring sizes than it, each as a share of its whole change (lower end of the interval of the "
        + "difference above 0), and has the larger emergence score in more than half of the cases in which both scores are finite; an infinite score is no "
        + "number and ranks neither way, and without any finite case the condition is not met. Holds if all three do, and "
        + "none of them still jumps (largest step at least half of the change) in more than a tenth of the cases. In part if one of "
        + "them does. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var (sizes, abilities) = (evidence.Number("mirage.arithmetic.sizes"), evidence.Number("mirage.arithmetic.abilities"));
        if (sizes.Value < FewestSizes || abilities.Value < 1)
        {
            return Verdict.NotTestable(
                $"{(int)sizes.Value} sizes; exact match gains 0.5 or more in {NumberText.Value(abilities)} tasks and lengths.");
        }

        var exact = evidence.Number("mirage.arithmetic.step.exact-match");
        var (removed, jumping, texts) = (0, 0, new List<string>());
        foreach (var (id, name) in Smooth)
        {
            var (step, excess) = (evidence.Number($"mirage.arithmetic.step.{id}"), evidence.Number($"mirage.arithmetic.excess.{id}"));
            var (infinite, jumps) = (evidence.Number($"mirage.arithmetic.infinite.{id}"), evidence.Number($"mirage.arithmetic.jumps.{id}"));
            var higher = infinite.Value < infinite.N ? evidence.Number($"mirage.arithmetic.higher.{id}") : null;
            if (excess.Lower() > 0 && higher is { Value: > 0.5 }) removed++;
            if (jumps.Value > 0.1) jumping++;
            texts.Add(
                $"{name} {NumberText.Full(step)}, with the smaller emergence score in "
                + (higher is null ? "no case that can be compared" : $"{NumberText.Value(higher)} of those that can be compared")
                + $" ({NumberText.Full(infinite)} have an infinite one) and a jump of its own in {NumberText.Value(jumps)}");
        }

        var measured =
            $"In {NumberText.Value(abilities)} tasks and lengths exact match is learned. Largest step between neighboring sizes as a share of "
            + $"the whole change: exact match {NumberText.Full(exact)}; {string.Join("; ", texts)}."
            + (jumping == 0 ? "" : $" Under {jumping} of {Smooth.Length} smooth metrics the jump stays in more than a tenth of cases.");
        if (removed == Smooth.Length && jumping == 0) return Verdict.Holds(measured);
        return removed > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
