using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 2: natural language is sparse too. Judged on labelled text that the user supplies, with the label for the
/// intention. Numbers, all of held-out texts:
/// <list type="table">
/// <item><term><c>latent.natural.labels</c></term><description>labels of the text; missing if the user supplied none.</description></item>
/// <item><term><c>latent.natural.epsilon.{length}</c></term><description>mean estimated epsilon(x) after so many characters, in three
/// digits.</description></item>
/// <item><term><c>latent.natural.peaked.{length}</c></term><description>share with a posterior above 0.99; Clopper-Pearson.</description></item>
/// <item><term><c>latent.natural.peaked-accuracy</c></term><description>share of these, at the longest length, whose likeliest label is
/// the right one; not there if none is peaked.</description></item>
/// <item><term><c>latent.natural.trend-p</c></term><description>p-value of a falling epsilon over the lengths (Mann-Kendall); not there if epsilon
/// is the same at all.</description></item>
/// </list>
/// </summary>
public sealed class LatentNatural : Claim
{
    private const double Significance = 0.05;
    private const double LeastPeaked = 0.5;
    private const double LeastAccuracy = 0.95;

    /// <inheritdoc />
    public override string Id => "latent.natural";

    /// <inheritdoc />
    public override string Statement =>
        "Natural language is sparse too: the longer a text, the less its intention is in doubt, until one intention carries nearly all the probability.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("2");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on labelled text that the user supplies, the label standing for the intention. Holds if the mean ε(x) of held-out texts "
        + "falls with the number of characters read (Mann-Kendall trend test, one-sided p < 0.05), and at the longest length more than half "
        + "of the texts have a posterior above 0.99 (lower end of the interval), and the likeliest label is right for at least 95 % of "
        + "those (lower end), so that the model is not overconfident there. In part if ε(x) falls and one of the other two is met. Else "
        + "fails. Not testable without such a text.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        if (OrNone(evidence, "latent.natural.labels") is null)
            return Verdict.NotTestable("No labelled text was supplied; ./build.sh Report --labelled-text <file> takes one.");

        var epsilon = evidence.Family("latent.natural.epsilon.");
        var falls = OrNone(evidence, "latent.natural.trend-p") is { } p && p.Value < Significance;
        var peaked = evidence.Number($"latent.natural.peaked.{epsilon[^1].Of}");
        var accuracy = OrNone(evidence, "latent.natural.peaked-accuracy");
        var isSparse = peaked.Lower() > LeastPeaked;
        var isBelievable = accuracy is not null && accuracy.Lower() >= LeastAccuracy;
        var measured =
            $"The mean ε(x) {(falls ? "falls" : "does not fall")} significantly, from {NumberText.Full(epsilon[0].Number)} after "
            + $"{int.Parse(epsilon[0].Of, null)} to {NumberText.Full(epsilon[^1].Number)} after {int.Parse(epsilon[^1].Of, null)} characters; then "
            + $"{NumberText.Full(peaked)} of the texts have one label above 0.99"
            + (accuracy is null ? "." : $", which is right for {NumberText.Full(accuracy)} of them.");
        if (falls && isSparse && isBelievable) return Verdict.Holds(measured);
        return falls && (isSparse || isBelievable) ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static Number? OrNone(Evidence evidence, string id) =>
        evidence.FamilyOrNone(id) is [{ Of: "" } only] ? only.Number : null;
}
