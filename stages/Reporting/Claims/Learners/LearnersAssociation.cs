using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: learned skills form an association graph, in which site percolation says when there is a giant
/// component. Numbers, for each edge rule (<c>shared-text</c>, <c>learned-text</c>, <c>random-skills</c>):
/// <list type="table">
/// <item><term><c>learners.association.deviation.{rule}</c></term><description>share: where graphs are farthest from the branching
/// that suits the rule, mean difference of the largest component; interval over graphs.</description></item>
/// <item><term><c>learners.association.sites-deviation.shared-text</c></term><description>share: the same from independent
/// sites.</description></item>
/// <item><term><c>learners.association.smallest-giant.{rule}</c>, <c>.largest-without.{rule}</c></term><description>share: the
/// smallest component on graphs where theory has a giant one, the largest where it has none.</description></item>
/// <item><term><c>learners.association.onset.{rule}.c{c}</c>, <c>.emergence.c{c}</c></term><description>the ratio from which there is
/// a giant component, and the emergence threshold.</description></item>
/// </list>
/// </summary>
public sealed class LearnersAssociation : Claim
{
    private const double Close = 0.03;

    /// <inheritdoc />
    public override string Id => "learners.association";

    /// <inheritdoc />
    public override string Statement =>
        "Associated skills form a giant component once the ratio of texts to skills is large enough, as site percolation predicts.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract (edge rule unknown, formulas derived here)");

    /// <inheritdoc />
    public override string Rule =>
        "Fails if under any edge rule the largest component of the graphs differs by more than 0.03 of all skills from the exact branching "
        + "of that rule (the whole interval beyond 0.03). Else holds in part if independent sites, as site percolation assumes, miss the "
        + "component of skills that share a text by more than 0.03 at some ratio (the whole interval). Else holds.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var exact = evidence.Family("learners.association.deviation.");
        var sites = evidence.Number("learners.association.sites-deviation.shared-text");
        var measured =
            $"Exact branching misses the graphs by {string.Join(", ", exact.Select(entry => $"{NumberText.Full(entry.Number)} ({entry.Of})"))} at most. "
            + $"Independent sites miss the component of skills that share a text by up to {NumberText.Full(sites)}.";
        return exact.Any(entry => Beyond(entry.Number)) ? Verdict.Fails(measured)
            : Beyond(sites) ? Verdict.HoldsInPart(measured) : Verdict.Holds(measured);
    }

    private static bool Beyond(Tables.Number difference) => difference.Lower() > Close || difference.Upper() < -Close;
}
