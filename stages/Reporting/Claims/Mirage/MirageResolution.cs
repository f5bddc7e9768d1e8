using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, sections 2 and 3, second prediction: with enough test data, small models are above chance too. Numbers;
/// a case is a model on a task and target length, intervals over seeds:
/// <list type="table">
/// <item><term><c>mirage.resolution.unseen</c></term><description>share of cases whose test shows no right answer.</description></item>
/// <item><term><c>mirage.resolution.revealed</c></term><description>share of those in which pass-until sampling finds a probability above chance
/// (lower end of its interval).</description></item>
/// <item><term><c>mirage.resolution.above-chance</c></term><description>share of those in which the known probability is above chance.
/// </description></item>
/// <item><term><c>mirage.resolution.within-95</c></term><description>share of cases in which the first right answer came within the number of
/// answers that should suffice with probability 0.95.</description></item>
/// <item><term><c>mirage.resolution.curvature.{task}.{L}</c></term><description>curvature of ln(-ln PU) over ln N.</description></item>
/// </list>
/// </summary>
public sealed class MirageResolution : Claim
{
    private const double Most = 0.5;
    private const double AsPredicted = 0.9;

    /// <inheritdoc />
    public override string Id => "mirage.resolution";

    /// <inheritdoc />
    public override string Statement =>
        "Small models only seem to lack an ability, because the test set is too small to show their accuracy; with more test data every model is above chance.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "Judged over models, tasks and target lengths whose test shows no right answer; not testable without such. Holds if in more than half of them "
        + "pass-until sampling finds accuracy above chance (lower end of the 95 % interval above the chance of evenly drawn digits), and the first right answer "
        + "comes within the predicted number of answers (enough with probability 0.95) in at least 0.9 of all cases that could show it. In part if one of the two "
        + "is so. Else fails. Reported beside it: whether ln(-ln PU) is straight, concave or convex in ln N.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var (unseen, revealed) = (evidence.Number("mirage.resolution.unseen"), evidence.Number("mirage.resolution.revealed"));
        var (above, within) = (evidence.Number("mirage.resolution.above-chance"), evidence.Number("mirage.resolution.within-95"));
        var curves = evidence.FamilyOrNone("mirage.resolution.curvature.");
        var concave = curves.Count(curve => curve.Number.Upper() < 0);
        var convex = curves.Count(curve => curve.Number.Lower() > 0);
        var measured =
            $"{NumberText.Full(unseen)} of cases show no right answer; pass-until sampling reveals accuracy above chance in "
            + $"{NumberText.Full(revealed)} of these (it is above chance in {NumberText.Value(above)}). The first right answer came within the predicted number in "
            + $"{NumberText.Full(within)}. ln(−ln PU) over ln N is concave for {concave} of {curves.Count} tasks and lengths, convex for {convex}, "
            + $"and not told from straight for {curves.Count - concave - convex}.";
        if (unseen.Value == 0) return Verdict.NotTestable(measured);
        var (most, predicted) = (revealed.Value > Most, within.Value >= AsPredicted);
        if (most && predicted) return Verdict.Holds(measured);
        return most || predicted ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
