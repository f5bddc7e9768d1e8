using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: several classes of skills and texts. Numbers, for each setting and class of skills such as
/// <c>a.1</c>:
/// <list type="table">
/// <item><term><c>learners.classes.deviation.{case}</c></term><description>share: unlearned on graphs less coupled density evolution;
/// interval over graphs.</description></item>
/// <item><term><c>learners.classes.unlearned.{case}</c>, <c>.predicted.{case}</c>, <c>.pooled.{case}</c></term><description>share: on
/// graphs, by coupled density evolution, and by one that does not know of classes.</description></item>
/// </list>
/// </summary>
public sealed class LearnersClasses : Claim
{
    private const double Close = 0.03;

    /// <inheritdoc />
    public override string Id => "learners.classes";

    /// <inheritdoc />
    public override string Statement => "With several classes of skills and texts, coupled density evolution predicts what is learned of each.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract (formulas derived here)");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if in every setting the unlearned share of every class lies within 0.03 of coupled density evolution on average over graphs. In part if that "
        + "is so for some classes. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var deviations = evidence.Family("learners.classes.deviation.");
        var close = deviations.Count(entry => Math.Abs(entry.Number.Value) <= Close);
        var worst = deviations.MaxBy(entry => Math.Abs(entry.Number.Value));
        var pooled = deviations.Max(entry => Math.Abs(
            evidence.Number($"learners.classes.unlearned.{entry.Of}").Value - evidence.Number($"learners.classes.pooled.{entry.Of}").Value));
        var measured =
            $"{close} of {deviations.Count} classes within {Close}; the largest difference is {NumberText.Full(worst.Number)} ({worst.Of}). Without classes, "
            + $"theory would miss by up to {NumberText.Short(pooled)}.";
        return close == deviations.Count ? Verdict.Holds(measured) : close > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
