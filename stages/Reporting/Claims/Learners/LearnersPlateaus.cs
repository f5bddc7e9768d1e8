using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Nayak &amp; Varshney 2024: compute-optimal size keeps the ratio of texts to concepts; tasks around one level of skills emerge at once, tasks
/// around several with plateaus between. Numbers:
/// <list type="table">
/// <item><term><c>learners.plateaus.ratio.{signs}</c>, <c>learners.plateaus.ratio-error.{signs}</c></term><description>texts per
/// concept at the largest budget, and how far that is from the emergence threshold of a 1-skill learner (share of it); signs of the
/// finite-length law: <c>textbook</c> or <c>authors</c>.</description></item>
/// <item><term><c>learners.plateaus.ratio-least.{signs}</c>, <c>learners.plateaus.ratio-most.{signs}</c></term><description>its range over
/// all budgets.</description></item>
/// <item><term><c>learners.plateaus.plateaus.{modes}.{variant}</c></term><description>plateaus of accuracy for tasks around
/// <c>one</c> or <c>three</c> levels; computed as the authors' code does (<c>code</c>), with the prerequisites of every level
/// (<c>prerequisites</c>), and with the exact tail besides (<c>exact</c>).</description></item>
/// <item><term><c>learners.plateaus.width.one.{variant}</c></term><description>decades of operations from 10 to 90 % accuracy.
/// </description></item>
/// </list>
/// </summary>
public sealed class LearnersPlateaus : Claim
{
    private const double Near = 0.01;
    private const int ModesBetween = 2;

    /// <inheritdoc />
    public override string Id => "learners.plateaus";

    /// <inheritdoc />
    public override string Statement =>
        "The compute-optimal size keeps the ratio of texts to concepts bounded; accuracy over compute rises once for tasks around one level of skills, and "
        + "with plateaus for tasks around several.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Nayak2024, "Proposition 1 and its figures of emergence");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if (1) with the textbook signs of the finite-length law the ratio of texts to concepts at the largest budget is within 1 % of its limit, the emergence threshold of a 1-skill learner; "
        + "and (2) accuracy has no plateau for tasks around one level and two for tasks around three, both as the authors' code computes it and with the exact tail and the "
        + "prerequisites of every level. A plateau is half a decade of computation or more in which accuracy lies between 5 and 95 % and changes by less than 0.01 in a quarter of a decade. In part if one of the two "
        + "is met, or the second only as the code computes it. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var ratio = evidence.Number("learners.plateaus.ratio.textbook");
        var error = evidence.Number("learners.plateaus.ratio-error.textbook");
        var limit = evidence.Number("learners.plateaus.ratio-limit.textbook");
        var (least, most) = (evidence.Number("learners.plateaus.ratio-least.textbook"), evidence.Number("learners.plateaus.ratio-most.textbook"));
        var code = Counts(evidence, "code");
        var exact = Counts(evidence, "exact");
        var optimal = error.Value <= Near;
        var (inCode, inExact) = (Shown(code), Shown(exact));
        var measured =
            $"Texts per concept: {NumberText.Value(least)} to {NumberText.Value(most)} over all budgets, {NumberText.Value(ratio)} at the largest; the threshold is {NumberText.Value(limit)}. "
            + $"Plateaus around one level: {code.One:N0} as in the code, {exact.One:N0} exact; around three: {code.Three:N0} and {exact.Three:N0}.";
        if (optimal && inCode && inExact) return Verdict.Holds(measured);
        return optimal || inCode ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static (double One, double Three) Counts(Evidence evidence, string variant) => (
        evidence.Number($"learners.plateaus.plateaus.one.{variant}").Value, evidence.Number($"learners.plateaus.plateaus.three.{variant}").Value);

    private static bool Shown((double One, double Three) counts) => counts is { One: 0, Three: ModesBetween };
}
