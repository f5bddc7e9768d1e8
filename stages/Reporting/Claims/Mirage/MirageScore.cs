using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 4: few pairs of task and metric show emergence, under sharp metrics. Judged on our own
/// models, as <c>mirage.score.scale</c>, and on scores that the user supplies, as <c>mirage.imported.scale</c>; a source that a run lacks
/// has no numbers. Numbers of each:
/// <list type="table">
/// <item><term><c>{source}.jumps</c></term><description>of curves over model scale with a score and a direction: those whose score is positive
/// and beyond random walks of as many points, at a false discovery rate of 5 %.</description></item>
/// <item><term><c>{source}.jumps-sharp</c>, <c>{source}.jumps-smooth</c></term><description>the same of curves under sharp and under smooth
/// metrics.</description></item>
/// <item><term><c>{source}.infinite</c></term><description>of all curves: those with an infinite score, which is a flag.</description></item>
/// </list>
/// </summary>
public sealed class MirageScore : Claim
{
    /// <summary>The paper finds emergence under at most 5 of 39 metrics.</summary>
    private const double Few = 5.0 / 39;

    private static readonly (string Prefix, string Name)[] Sources =
        [("mirage.score.scale", "Our own models"), ("mirage.imported.scale", "The supplied scores")];

    /// <inheritdoc />
    public override string Id => "mirage.score";

    /// <inheritdoc />
    public override string Statement => "Few pairs of task and metric show emergence, and those that do have a sharp metric.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on curves over model scale of at least 4 sizes. A curve jumps if its emergence score is positive and beyond that of random walks with as many "
        + "points, at a false discovery rate of 5 % over all curves; infinite and flat scores are flags and do not count. A source of curves meets the "
        + "claim if some and at most 5 in 39 of them jump (the paper's share of metrics) and a larger share of the sharp curves than of the smooth ones. Holds if "
        + "every source meets it, fails if none has few jumps nor more among sharp curves, else in part. Not testable without such curves.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        List<(int Met, string Text)> judged = [.. Sources.Select(source => OfSource(evidence, source.Prefix, source.Name)).OfType<(int, string)>()];
        if (judged.Count == 0)
            return Verdict.NotTestable("This run has no family of at least 4 sizes; ./build.sh Report --scores <file> takes scores of others.");
        var measured = string.Join(' ', judged.Select(source => source.Text));
        if (judged.TrueForAll(source => source.Met == 2)) return Verdict.Holds(measured);
        return judged.TrueForAll(source => source.Met == 0) ? Verdict.Fails(measured) : Verdict.HoldsInPart(measured);
    }

    // How many of the two conditions the source meets; null if the run lacks it.
    private static (int Met, string Text)? OfSource(Evidence evidence, string prefix, string name)
    {
        if (OrNone(evidence, $"{prefix}.jumps") is not { } jumps) return null;
        var infinite = evidence.Number($"{prefix}.infinite");
        var (sharp, smooth) = (OrNone(evidence, $"{prefix}.jumps-sharp"), OrNone(evidence, $"{prefix}.jumps-smooth"));
        var few = jumps.Value > 0 && Share(jumps) <= Few;
        var sharper = sharp is not null && smooth is not null && Share(sharp) > Share(smooth);
        var text = $"{name}: {NumberText.Full(jumps)} jump"
            + (sharp is null ? "" : $", {NumberText.Full(sharp)} under sharp metrics")
            + (smooth is null ? "" : $", {NumberText.Full(smooth)} under smooth ones")
            + $"; {NumberText.Full(infinite)} have an infinite score.";
        return ((few ? 1 : 0) + (sharper ? 1 : 0), text);
    }

    private static double Share(Number count) => count.Value / count.N;

    private static Number? OrNone(Evidence evidence, string id) =>
        evidence.FamilyOrNone(id).FirstOrDefault(entry => entry.Of.Length == 0).Number;
}
