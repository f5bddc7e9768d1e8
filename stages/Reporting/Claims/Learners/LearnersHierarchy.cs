using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: fine-tuning rests on the foundation's skills. Numbers, for each foundation such as <c>d1-c3-r1.1</c>
/// (D, load, ratio):
/// <list type="table">
/// <item><term><c>learners.hierarchy.foundation.{case}</c></term><description>share: basic skills that the foundation lacks.
/// </description></item>
/// <item><term><c>learners.hierarchy.deviation.{case}</c></term><description>share: where graphs are farthest from theory, difference
/// of the unlearned domain skills; interval over graphs; ratios within 5 % of the threshold left out.</description></item>
/// <item><term><c>learners.hierarchy.threshold.{case}</c>, <c>.emergence.{case}</c></term><description>domain texts for each domain skill at
/// which they emerge, by theory and on graphs.</description></item>
/// </list>
/// </summary>
public sealed class LearnersHierarchy : Claim
{
    private const double Close = 0.03;
    private const double Delay = 1.2;

    /// <inheritdoc />
    public override string Id => "learners.hierarchy";

    /// <inheritdoc />
    public override string Statement =>
        "Domain skills are learned on a foundation of basic skills; what the foundation lacks delays their emergence, or blocks it.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract (formulas derived here)");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if on every foundation the unlearned share of the domain skills lies within 0.03 of theory on average over graphs, the mean ratio at which "
        + "graphs emerge within 3 % of the predicted one, and for the 1-skill learner the foundation that lacks most delays emergence at least 1.2 times as long "
        + "as the one that lacks least. In part if the delay is there, but theory misses some of it. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var deviations = evidence.Family("learners.hierarchy.deviation.");
        var emergences = evidence.Family("learners.hierarchy.emergence.");
        var predicted = deviations.All(entry => Math.Abs(entry.Number.Value) <= Close)
            && emergences.All(entry => Math.Abs((entry.Number.Value / evidence.Number($"learners.hierarchy.threshold.{entry.Of}").Value) - 1) <= Close);
        var single = emergences.Where(entry => entry.Of.StartsWith("d1-", StringComparison.Ordinal))
            .OrderBy(entry => evidence.Number($"learners.hierarchy.foundation.{entry.Of}").Value).ToList();
        var (best, worst) = (single[0], single[^1]);
        var delay = worst.Number.Value / best.Number.Value;
        var measured =
            $"Domain skills emerge at {NumberText.Full(best.Number)} domain texts for each on the foundation that lacks "
            + $"{NumberText.Value(evidence.Number($"learners.hierarchy.foundation.{best.Of}"))}, at {NumberText.Full(worst.Number)} on the one that lacks "
            + $"{NumberText.Value(evidence.Number($"learners.hierarchy.foundation.{worst.Of}"))}: {NumberText.Short(delay)} times as many. Theory misses the unlearned share by up to "
            + $"{NumberText.Full(deviations.MaxBy(entry => Math.Abs(entry.Number.Value)).Number)}.";
        return delay < Delay ? Verdict.Fails(measured) : predicted ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }
}
