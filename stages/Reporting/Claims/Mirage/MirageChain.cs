using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer et al. 2024: predictability is lost on the way from ln p to accuracy. Numbers; each is a mean over items, with its interval over
/// seeds, over items if there is one:
/// <list type="table">
/// <item><term><c>mirage.chain.{kind}.{link}</c></term><description>correlation (<c>pearson</c>, <c>spearman</c>, <c>kendall</c>) with log compute of
/// <c>log-probability</c>, <c>probability</c>, <c>choices</c>, <c>brier</c>, <c>accuracy</c>.</description></item>
/// <item><term><c>mirage.chain.lost.{kind}.{link}</c></term><description>correlation lost since the link before.</description></item>
/// </list>
/// </summary>
public sealed class MirageChain : Claim
{
    private static readonly string[] Kinds = ["pearson", "spearman", "kendall"];

    /// <inheritdoc />
    public override string Id => "mirage.chain";

    /// <inheritdoc />
    public override string Statement =>
        "How well a score of an item goes with compute worsens at each step from log p of the right answer over p and p among the options to the Brier score and accuracy.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2024.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "By each of three correlations (Pearson, Spearman, Kendall), averaged over items: something is lost from ln p to p among the options, "
        + "and from there or from the Brier score to accuracy (lower end of the interval of the loss above 0 at p among the options and at accuracy). Holds if so by all three; in part if at "
        + "accuracy by one or more; else fails. ln p to p is left out for the two of ranks, which cannot see it.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var (both, last) = (0, 0);
        foreach (var kind in Kinds)
        {
            var choices = evidence.Number($"mirage.chain.lost.{kind}.choices").Lower() > 0;
            var accuracy = evidence.Number($"mirage.chain.lost.{kind}.accuracy").Lower() > 0;
            if (choices && accuracy) both++;
            if (accuracy) last++;
        }

        var measured =
            "Mean correlation with log compute (Pearson): ln p " + Of("log-probability") + ", p " + Of("probability") + ", among the options " + Of("choices")
            + ", Brier " + Of("brier") + ", accuracy " + Of("accuracy") + $". A loss at both steps by {both} of {Kinds.Length} correlations, at accuracy by {last}.";
        return both == Kinds.Length ? Verdict.Holds(measured) : last > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);

        string Of(string link) => NumberText.Full(evidence.Number($"mirage.chain.pearson.{link}"));
    }
}
