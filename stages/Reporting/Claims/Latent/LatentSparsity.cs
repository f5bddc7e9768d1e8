using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 2: q(theta, x) is sparse, and its peak over theta matches q(x). Numbers, one for each language:
/// <list type="table">
/// <item><term><c>latent.sparsity.peaked.{language}</c></term><description>share of messages of full length with
/// max over theta of q(theta, x) / q(x) above 0.99, exact posterior; interval: Clopper-Pearson; n =
/// messages.</description></item>
/// </list>
/// </summary>
public sealed class LatentSparsity : Claim
{
    private const double LeastPeaked = 0.95;

    /// <inheritdoc />
    public override string Id => "latent.sparsity";

    /// <inheritdoc />
    public override string Statement =>
        "The joint distribution q(θ, x) of intentions and messages is sparse: one intention carries nearly all the "
        + "probability of a message, so the peak of q(θ, x) over θ matches q(x).";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("2");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if in every language at least 95 % of full-length messages (lower end of the interval) have a peak "
        + "max q(θ, x) / q(x) above 0.99. In part if in some languages. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var peaked = evidence.Family("latent.sparsity.peaked.");
        var sparse = peaked.Count(entry => entry.Number.Lower() >= LeastPeaked);
        var least = peaked.MinBy(entry => entry.Number.Lower());
        var measured =
            $"{sparse} of {peaked.Count} languages are sparse in this sense; fewest messages have such a peak in {least.Of}: "
            + $"{NumberText.Full(least.Number)}.";
        if (sparse == peaked.Count) return Verdict.Holds(measured);
        return sparse > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
