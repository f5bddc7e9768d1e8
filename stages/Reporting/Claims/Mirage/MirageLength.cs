using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 3, third prediction: accuracy falls about geometrically with the length of the target, the
/// edit distance grows about linearly, as a function of performance at length 1. Numbers, one for each size of model on additions, intervals over seeds:
/// <list type="table">
/// <item><term><c>mirage.length.slope.addition.{model}</c></term><description>per token: slope of ln(accuracy) over length.</description></item>
/// <item><term><c>mirage.length.excess.addition.{model}</c></term><description>per token: that slope minus ln(accuracy) at length 1.</description></item>
/// <item><term><c>mirage.length.straight.addition.{model}</c>, <c>mirage.length.edit-straight.addition.{model}</c></term><description>R² of the
/// lines through ln(accuracy) and through the edit distance.</description></item>
/// </list>
/// </summary>
public sealed class MirageLength : Claim
{
    private const double Straight = 0.9;

    /// <inheritdoc />
    public override string Id => "mirage.length";

    /// <inheritdoc />
    public override string Statement =>
        "Accuracy decays about geometrically with the length of the target, with the accuracy at length 1 as its base, and the token edit "
        + "distance grows about linearly.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on additions, for each size of model. Accuracy is geometric if a line through ln(accuracy) over length falls (upper end of the "
        + "interval of its slope below 0) and has R² of at least 0.9; the edit distance is linear if its line has R² of at least 0.9; the base is accuracy "
        + "at length 1 if the interval of the slope minus ln(accuracy) at length 1 covers 0. Holds if each is so for more than half of the "
        + "sizes. In part if accuracy is geometric or the edit distance linear for more than half of them. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var models = evidence.Family("mirage.length.slope.addition.");
        int geometric = 0, linear = 0, based = 0;
        foreach (var (model, slope) in models)
        {
            var straight = evidence.Number($"mirage.length.straight.addition.{model}").Value >= Straight;
            if (slope.Upper() < 0 && straight) geometric++;
            if (evidence.Number($"mirage.length.edit-straight.addition.{model}").Value >= Straight) linear++;
            var excess = evidence.Number($"mirage.length.excess.addition.{model}");
            if (excess.Lower() <= 0 && excess.Upper() >= 0) based++;
        }

        var measured =
            $"Of {models.Count} sizes, accuracy is geometric in length for {geometric}, with accuracy at length 1 as the base for {based}; the "
            + $"edit distance is linear for {linear}.";
        if (2 * geometric > models.Count && 2 * linear > models.Count && 2 * based > models.Count) return Verdict.Holds(measured);
        return 2 * geometric > models.Count || 2 * linear > models.Count ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
