using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: the testing error follows a scaling law in the ratio of texts to skills. Numbers, for each case such
/// as <c>d1-c3</c> (D, load), from the ratios above one and a half thresholds at which at least 100 skills were unlearned and 100 fresh texts wrong:
/// <list type="table">
/// <item><term><c>learners.scaling.cases</c></term><description>learners: those for which there are such ratios.
/// </description></item>
/// <item><term><c>learners.scaling.rate.{case}</c></term><description>minus the slope of ln(testing error) over c R, by theory 1;
/// interval over graphs.</description></item>
/// <item><term><c>learners.scaling.deviation.{case}</c></term><description>nats: largest distance of ln(testing error) from density
/// evolution.</description></item>
/// <item><term><c>learners.scaling.asymptote-deviation.{case}</c></term><description>nats: the same from ln c - c R.
/// </description></item>
/// </list>
/// </summary>
public sealed class LearnersScaling : Claim
{
    private const double Rate = 0.15;
    private const double Close = 0.3;

    /// <inheritdoc />
    public override string Id => "learners.scaling";

    /// <inheritdoc />
    public override string Statement => "Well above the threshold the testing error falls as c exp(−cR) with the ratio R of texts to skills.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract (formula derived here)");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if for every learner the rate at which ln(testing error) falls with cR lies within 15 % of 1 (the whole interval), and "
        + "ln(testing error) stays within 0.3 of density evolution (upper end of the largest distance). In part if only one of the two "
        + "is so. Else fails. Not testable if too few fresh texts are wrong to tell.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        if (evidence.Number("learners.scaling.cases").Value == 0)
            return Verdict.NotTestable("At large ratios too few fresh texts were wrong.");
        var rates = evidence.Family("learners.scaling.rate.");
        var deviations = rates.Select(entry => (entry.Of, evidence.Number($"learners.scaling.deviation.{entry.Of}"))).ToList();
        var lawful = rates.All(entry => entry.Number.Lower() >= 1 - Rate && entry.Number.Upper() <= 1 + Rate);
        var predicted = deviations.TrueForAll(entry => entry.Item2.Upper() <= Close);
        var measured =
            $"Rates: {string.Join(", ", rates.Select(entry => $"{NumberText.Full(entry.Number)} ({entry.Of})"))}. Largest distance of the "
            + $"logarithm from density evolution: {NumberText.Full(deviations.Worst().Number)}.";
        return lawful && predicted ? Verdict.Holds(measured) : lawful || predicted ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
