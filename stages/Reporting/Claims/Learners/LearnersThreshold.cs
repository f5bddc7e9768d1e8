using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: skills emerge when the ratio of texts to skills exceeds a threshold. Numbers, for each case such as
/// <c>d1-c3</c> (D, load):
/// <list type="table">
/// <item><term><c>learners.threshold.closed.{case}</c>, <c>.bisection.{case}</c>, <c>.low.{case}</c></term><description>R* in closed
/// form and by bisection, and the ratio below which nothing stays learned.</description></item>
/// <item><term><c>learners.threshold.simulated.{case}</c></term><description>ratio at which the largest graphs emerge; interval over
/// graphs. <c>.spread.{case}</c>: their standard deviation.</description></item>
/// <item><term><c>learners.threshold.exponent.{case}</c></term><description>slope of ln(standard deviation) over ln(skills).
/// </description></item>
/// <item><term><c>learners.threshold.jump.{case}</c>, <c>.jump-predicted.{case}</c>, <c>.jump-exponent.{case}</c></term><description>
/// the largest share of all skills that one text brings, by theory the step at R*, and how it changes with size. Without a
/// threshold there is no prediction.</description></item>
/// </list>
/// </summary>
public sealed class LearnersThreshold : Claim
{
    private const double SameFormula = 1e-6;
    private const double Close = 0.01;
    private const double JumpClose = 0.2;

    /// <inheritdoc />
    public override string Id => "learners.threshold";

    /// <inheritdoc />
    public override string Statement => "Skills emerge at once when the ratio of texts to skills exceeds a threshold.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if for every learner with a load above the critical one the closed form and bisection agree to 1e-6, the largest graphs "
        + "emerge within 1 % of it on average (the whole interval), the spread over graphs shrinks with their size (upper end of the exponent below 0), and a single "
        + "text brings a share of the skills within 20 % of the predicted step; and if below the critical load the largest share that a text "
        + "brings vanishes with size (upper end of its exponent below 0). In part if the thresholds agree, but not all of the rest. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var thresholds = evidence.Family("learners.threshold.closed.");
        var located = thresholds.All(entry => IsLocated(evidence, entry.Of, entry.Number.Value));
        var sharp = thresholds.All(entry => IsSharp(evidence, entry.Of));
        var without = evidence.Family("learners.threshold.jump-exponent.")
            .Where(entry => !thresholds.Any(other => other.Of == entry.Of)).ToList();
        var vanishing = without.TrueForAll(entry => entry.Number.Upper() < 0);

        var measured = string.Join(" ", thresholds.Select(entry => Describe(evidence, entry.Of, entry.Number.Value)));
        foreach (var (of, exponent) in without)
            measured += $" Below the critical load ({of}) the largest step is {NumberText.Full(evidence.Number($"learners.threshold.jump.{of}"))} "
                + $"and goes with size to the power {NumberText.Full(exponent)}.";
        return !located ? Verdict.Fails(measured) : sharp && vanishing ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }

    private static bool IsLocated(Evidence evidence, string of, double closed)
    {
        var simulated = evidence.Number($"learners.threshold.simulated.{of}");
        return Math.Abs(evidence.Number($"learners.threshold.bisection.{of}").Value - closed) <= SameFormula
            && simulated.Lower() >= (1 - Close) * closed && simulated.Upper() <= (1 + Close) * closed;
    }

    private static bool IsSharp(Evidence evidence, string of)
    {
        var predicted = evidence.Number($"learners.threshold.jump-predicted.{of}").Value;
        var jump = evidence.Number($"learners.threshold.jump.{of}").Value;
        return evidence.Number($"learners.threshold.exponent.{of}").Upper() < 0 && Math.Abs(jump - predicted) <= JumpClose * predicted;
    }

    private static string Describe(Evidence evidence, string of, double closed) =>
        $"{of}: R* = {NumberText.Short(closed)}, on graphs {NumberText.Full(evidence.Number($"learners.threshold.simulated.{of}"))}, spread "
        + $"with size to the power {NumberText.Full(evidence.Number($"learners.threshold.exponent.{of}"))}, step "
        + $"{NumberText.Value(evidence.Number($"learners.threshold.jump.{of}"))} of "
        + $"{NumberText.Short(evidence.Number($"learners.threshold.jump-predicted.{of}").Value)} predicted.";
}
