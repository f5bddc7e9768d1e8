using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 6: steps help because the corpus holds them. Numbers:
/// <list type="table">
/// <item><term><c>latent.cot-coverage.accuracy.{language}</c></term><description>share of questions about held-out pairs whose most
/// probable value, after steps that the model writes itself, is the exact one; interval over seeds, Clopper-Pearson if there is one
/// seed.</description></item>
/// <item><term><c>latent.cot-coverage.trend.{topology}</c>, <c>latent.cot-coverage.trend-p.{topology}</c></term><description>Spearman's rank
/// correlation of that accuracy with the coverage over all levels and seeds, and its one-sided p-value; n = levels times
/// seeds.</description></item>
/// <item><term><c>latent.cot.neighbors.{language}</c></term><description>nats: what the models have learned of single steps, see
/// <see cref="LatentCot"/>.</description></item>
/// </list>
/// </summary>
public sealed class LatentCotCoverage : Claim
{
    private const double Level = 0.05;
    private const int FewestPoints = 4;

    /// <inheritdoc />
    public override string Id => "latent.cot-coverage";

    /// <inheritdoc />
    public override string Statement =>
        "A model can reason in steps because its training data hold such steps: the more documents hold them, the better it answers through "
        + "steps of its own.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("6");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if the accuracy of free generation on held-out pairs rises with the share of documents that hold their steps: Spearman's rank "
        + "correlation over levels and seeds, one-sided p below 0.05, for every topology with at least 3 levels. Else fails. Not testable with "
        + "fewer than 4 levels times seeds, whose order cannot be significant, or if at any level the models have not learned single steps "
        + "(KL between neighbors above 0.1 nats).";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var levels = evidence.Family("latent.cot-coverage.accuracy.");
        var trends = evidence.FamilyOrNone("latent.cot-coverage.trend.").Where(entry => entry.Number.N >= FewestPoints).ToList();
        if (trends.Count == 0) return Verdict.NotTestable($"There are {levels.Count} languages, at too few levels of coverage for a trend.");
        levels = [.. levels.Where(level => trends.Exists(trend => level.Of.StartsWith(trend.Of, StringComparison.Ordinal)))];
        var neighbors = levels.Select(level => evidence.Number($"latent.cot.neighbors.{level.Of}")).MaxBy(number => number.Value)!;
        if (neighbors.Value > LatentCot.Learned)
            return Verdict.NotTestable($"The models have not learned single steps everywhere: KL between neighbors up to {NumberText.Full(neighbors)}.");
        var tests = trends.ConvertAll(entry => (entry.Of, Rho: entry.Number, P: evidence.Number($"latent.cot-coverage.trend-p.{entry.Of}")));
        var worst = tests.MaxBy(test => test.P.Value);
        var (lowest, highest) = (levels.MinBy(level => level.Number.Value), levels.MaxBy(level => level.Number.Value));
        var measured =
            $"The accuracy lies between {NumberText.Full(lowest.Number)} in {lowest.Of} and {NumberText.Full(highest.Number)} in {highest.Of}; rank "
            + $"correlation with the coverage {NumberText.Value(worst.Rho)}, p = {NumberText.Value(worst.P)} ({worst.Of}, n = {worst.P.N}).";
        return worst.P.Value < Level ? Verdict.Holds(measured) : Verdict.Fails(measured);
    }
}
