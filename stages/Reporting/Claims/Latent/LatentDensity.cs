using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 3: a large language model is a universal density approximator, p(x) approaches the marginal
/// q(x). Numbers, one for each language of the profile:
/// <list type="table">
/// <item><term><c>latent.density.closed.{language}</c></term><description>share: 1 - (loss - optimum) / (frequencies -
/// optimum) of the trained models, where frequencies is the cross-entropy of a reader that knows how often each symbol
/// occurs and nothing else; interval over seeds, over windows if there is one seed.</description></item>
/// <item><term><c>latent.density.trend.{language}</c></term><description>Kendall's tau of the excess loss - optimum
/// (mean over seeds) against the training step; n = evaluations.</description></item>
/// <item><term><c>latent.density.trend-p.{language}</c></term><description>its one-sided p-value against "does not
/// fall" (Mann-Kendall); n = evaluations.</description></item>
/// </list>
/// </summary>
public sealed class LatentDensity : Claim
{
    private const double LeastClosed = 0.95;
    private const double Significance = 0.05;

    /// <inheritdoc />
    public override string Id => "latent.density";

    /// <inheritdoc />
    public override string Statement =>
        "A language model is a universal density approximator: trained on enough text, its distribution p(x) "
        + "approaches the marginal q(x) of the language.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if on every language the excess of the cross-entropy over the exact optimum falls during training "
        + "(Mann-Kendall trend test, one-sided p < 0.05) and the trained model has closed at least 95 % of the gap "
        + "between a reader of symbol frequencies and the optimum (lower end of the interval). In part if the excess "
        + "falls on every language but the gap is not closed that far on each. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var closed = evidence.Family("latent.density.closed.");
        var rising = new List<string>();
        foreach (var (language, _) in closed)
        {
            var trend = evidence.Number($"latent.density.trend.{language}");
            var p = evidence.Number($"latent.density.trend-p.{language}");
            if (trend.Value >= 0 || p.Value >= Significance) rising.Add(language);
        }

        var least = closed.MinBy(entry => entry.Number.Lower());
        var reached = closed.Count(entry => entry.Number.Lower() >= LeastClosed);
        var measured =
            $"At least 95 % of the gap is closed on {reached} of {closed.Count} languages; "
            + $"least on {least.Of}: {NumberText.Full(least.Number)}.";
        if (rising.Count > 0)
            return Verdict.Fails($"The excess does not fall significantly on {string.Join(", ", rising)}. {measured}");

        measured = $"The excess falls on every language. {measured}";
        return reached == closed.Count ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }
}
