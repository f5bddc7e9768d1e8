using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Skills;

/// <summary>
/// Arora &amp; Goyal 2023, Theorem 14 and Corollary 13: with a loss k' times smaller, the performance curve of tuples of k' skills is that
/// of single skills. Numbers, one for each k':
/// <list type="table">
/// <item><term><c>skills.slingshot.violations.k{k'}</c></term><description>of graphs: those on which the worst share alpha of the
/// tuples fails more than beta_min theta'; absent where the bound says nothing.</description></item>
/// <item><term><c>skills.slingshot.scaled-violations.k{k'}</c></term><description>of graphs: those on which, with theta / k' failed
/// texts, it fails more than the bound of single skills at theta.</description></item>
/// <item><term><c>skills.slingshot.scaled-failure.k{k'}</c>, <c>skills.slingshot.single-bound.k{k'}</c></term><description>share: that
/// failure, interval over graphs, and that bound.</description></item>
/// </list>
/// </summary>
public sealed class SkillsSlingshot : Claim
{
    /// <inheritdoc />
    public override string Id => "skills.slingshot";

    /// <inheritdoc />
    public override string Statement =>
        "When a model is scaled up so that its loss is k′ times smaller, the performance curve for tuples of k′ skills is the one that single skills had.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Arora2023, "Corollary 13");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if, for every k′ and on every drawn graph, the worst share α of the tuples fails at most as much as the bound allows: with the share θ of failed texts the bound "
        + "of tuples, βθ′, and with θ/k′ that of single skills at θ. Fails if any graph exceeds either. Not testable with a single size of tuples.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var scaled = evidence.Family("skills.slingshot.scaled-violations.");
        if (scaled.Count < 2) return Verdict.NotTestable("There is only one size of tuples.");
        var tuples = evidence.FamilyOrNone("skills.slingshot.violations.");
        var failures = evidence.Family("skills.slingshot.scaled-failure.")
            .OrderBy(entry => entry.Of.Length).ThenBy(entry => entry.Of, StringComparer.Ordinal)
            .Select(entry => $"{NumberText.Value(entry.Number)} at k′ = {entry.Of[1..]}");
        var bound = evidence.Family("skills.slingshot.single-bound.")[0].Number;
        var measured =
            $"The bound of tuples is exceeded by {Total(tuples)}, that of single skills after scaling by {Total(scaled)}. After scaling, the worst tuples fail "
            + $"{string.Join(", ", failures)}; the bound is {NumberText.Value(bound)}.";
        return tuples.Concat(scaled).Any(entry => entry.Number.Value > 0) ? Verdict.Fails(measured) : Verdict.Holds(measured);
    }

    private static string Total(IEnumerable<(string Of, Number Number)> counts)
    {
        var (above, of) = counts.Aggregate((Above: 0.0, Of: 0), (sum, entry) => (sum.Above + entry.Number.Value, sum.Of + entry.Number.N));
        return $"{above:N0} of {of:N0} graphs";
    }
}
