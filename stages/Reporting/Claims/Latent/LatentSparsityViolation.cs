using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023 rests every ability on a sparse joint distribution: without it, inference degrades. Numbers, for each
/// reader (<c>exact</c>, <c>model</c>), over languages of rising overlap and seeds; n = languages and seeds:
/// <list type="table">
/// <item><term><c>latent.sparsity-violation.epsilon.{language}</c></term><description>mean ambiguity of the prompts of each
/// language.</description></item>
/// <item><term><c>latent.sparsity-violation.kl-correlation.{reader}</c></term><description>Spearman's rank correlation of the
/// mean ambiguity of prompts with the KL from one who knows the intention.</description></item>
/// <item><term><c>latent.sparsity-violation.left-correlation.{reader}</c></term><description>the same with the share of an
/// uninformed reader's KL that is left after one message; languages in which that KL is 0 are left out.</description></item>
/// <item><term><c>latent.sparsity-violation.{kl,left}-correlation-p.{reader}</c></term><description>one-sided p-values against
/// "does not rise".</description></item>
/// </list>
/// </summary>
public sealed class LatentSparsityViolation : Claim
{
    private const double Significance = 0.05;
    private const int FewestPoints = 4;

    private static readonly (string Measure, string Name)[] Measures =
        [("kl", "the KL"), ("left", "the share left")];

    /// <inheritdoc />
    public override string Id => "latent.sparsity-violation";

    /// <inheritdoc />
    public override string Statement =>
        "Inference rests on the sparsity of q(θ, x): as intentions overlap and messages get ambiguous, readers fall "
        + "behind one who knows the intention.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("2");

    /// <inheritdoc />
    public override string Rule =>
        "Over languages of rising overlap and seeds, the mean ambiguity is correlated (Spearman) with the KL from one "
        + "who knows the intention, and with the share that one message leaves of the KL of a reader who has seen none, "
        + "each for the exact predictor and for the trained model. Holds if all four rise (one-sided p < 0.05); in part if "
        + "some do; else fails. Not testable with fewer than 4 points.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var languages = evidence.Family("latent.sparsity-violation.epsilon.").Count;
        var correlations =
            (from measure in Measures
             from reader in new[] { "exact", "model" }
             from entry in evidence.FamilyOrNone($"latent.sparsity-violation.{measure.Measure}-correlation.")
             where entry.Of == reader
             let p = evidence.Number($"latent.sparsity-violation.{measure.Measure}-correlation-p.{reader}")
             select (Name: $"{measure.Name} ({reader})", Rho: entry.Number, Rises: p.Value < Significance))
            .ToList();
        if (correlations.Count < 2 * Measures.Length || correlations.Exists(entry => entry.Rho.N < FewestPoints))
            return Verdict.NotTestable($"{languages} languages are too few for the rank correlations.");

        var rising = correlations.FindAll(entry => entry.Rises);
        var values = string.Join(", ", correlations.Select(entry => $"{entry.Name} {NumberText.Value(entry.Rho)}"));
        var measured = $"{rising.Count} of 4 rise with the ambiguity. Rank correlations: {values}.";
        if (rising.Count == correlations.Count) return Verdict.Holds(measured);
        return rising.Count > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
