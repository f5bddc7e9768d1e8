using System.Globalization;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Skills;

/// <summary>
/// Arora &amp; Goyal 2023, Theorem 8: a small share of failed texts bounds the competence on all but a small share of the skills,
/// whichever texts fail. Numbers:
/// <list type="table">
/// <item><term><c>skills.competence.violations.{kind}</c></term><description>of sets: pairs of a set of skills and failed
/// texts with more edges than the bound of finite size allows; n = pairs that the bound speaks of. Kind is
/// <c>exhaustive</c>, <c>uneven</c> (exhaustive, skills of different frequency), <c>greedy</c> or <c>random</c>.</description></item>
/// <item><term><c>skills.competence.ratio-to-bound.{kind}.{graph}</c></term><description>the beta that the worst pair of a
/// graph reached over the bound of finite size; interval over graphs.</description></item>
/// <item><term><c>skills.competence.ratio-to-exact.{kind}.{graph}</c></term><description>the same over the exact limit.
/// </description></item>
/// </list>
/// </summary>
public sealed class SkillsCompetence : Claim
{
    private const double Tight = 0.9;

    /// <inheritdoc />
    public override string Id => "skills.competence";

    /// <inheritdoc />
    public override string Statement =>
        "If the share θ of the texts fails, then whichever they are, all but the share α of the skills have competence of at least 1 − βθ, "
        + "for every β that meets the paper's condition.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Arora2023, "Theorem 8");

    /// <inheritdoc />
    public override string Rule =>
        "Fails if, on any drawn graph, any set of skills and failed texts that was examined has more edges between them than the bound of "
        + "finite size allows (relative margin 10⁻⁹): one would refute it. Else holds. All sets are examined on the graphs of the exhaustive "
        + "adversary, with skills of equal and of different frequency. Whether the bound is tight, which the paper does not claim, is said beside it: if the "
        + "worst of all sets reaches 90 % of it on some graph (mean over graphs).";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var counts = evidence.Family("skills.competence.violations.");
        var exhaustive = evidence.Number("skills.competence.violations.exhaustive");
        var reached = evidence.Family("skills.competence.ratio-to-bound.exhaustive.").Select(entry => entry.Number).ToList();
        var exact = evidence.Family("skills.competence.ratio-to-exact.exhaustive.").Select(entry => entry.Number).ToList();
        var violations = counts.Aggregate(0.0, (sum, entry) => sum + entry.Number.Value);
        var sets = counts.Aggregate(0L, (sum, entry) => sum + entry.Number.N);
        var measured = $"{violations:N0} of {sets:N0} sets exceed the bound, {NumberText.Full(exhaustive)} where all sets of skills are tried.";
        if (violations > 0) return Verdict.Fails(measured);
        var most = reached.MaxBy(number => number.Value)!;
        var tight = most.Value >= Tight ? "It is tight" : "It is not tight";
        return Verdict.Holds(
            $"{measured} {tight}: the worst reaches {Range(reached)} of it, by kind of graph, and {Range(exact)} of the exact limit for many texts.");
    }

    private static string Range(List<Number> numbers) => string.Create(
        CultureInfo.InvariantCulture, $"{numbers.Min(number => number.Value):0.###} to {numbers.Max(number => number.Value):0.###}");
}
