using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 4: few pairs of task and metric show emergence, under sharp metrics. Judged on our own
/// models, as <c>mirage.score.scale</c>, and on scores that the user supplies, as <c>mirage.imported.scale</c>; see <see cref="CurveSource"/>.
/// Numbers of each:
/// <list type="table">
/// <item><term><c>{source}.jumps</c></term><description>of curves over model scale with a score and a direction: those whose score is positive
/// and beyond random walks of as many points, at a false discovery rate of 5 %.</description></item>
/// <item><term><c>{source}.jumps-sharp</c>, <c>{source}.jumps-smooth</c></term><description>the same of curves under sharp and under smooth
/// metrics.</description></item>
/// <item><term><c>{source}.curves</c>, <c>.flat</c>, <c>.infinite</c></term><description>all curves; those without any change and those with an
/// infinite score, which are flags.</description></item>
/// </list>
/// </summary>
public sealed class MirageScore : Claim
{
    /// <summary>The paper finds emergence under at most 5 of 39 metrics.</summary>
    private const double Few = 5.0 / 39;

    /// <inheritdoc />
    public override string Id => "mirage.score";

    /// <inheritdoc />
    public override string Statement => "Few pairs of task and metric show emergence, and those that do have a sharp metric.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on curves over model scale of at least 4 sizes. A curve jumps if its emergence score is positive and beyond that of random walks with as many "
        + "points, at a false discovery rate of 5 % over all curves; infinite and flat scores are flags, are counted and told, and do not count as jumps. A source of "
        + "curves meets the claim if at least one and at most 5 in 39 of them jump (the paper's share of metrics) and a larger share of the sharp curves than of the "
        + "smooth ones; it contradicts it if neither is so. A source in which no curve jumps, or all are flags, says nothing of "
        + "which metrics jump, and cannot be judged. Holds if every source meets it, fails if all that can be judged contradict it, not testable if none can be judged, "
        + "else in part. Curves of a trained family that are missing are an error.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var sources = CurveSource.Of(evidence);
        return sources.Count == 0
            ? Verdict.NotTestable(CurveSource.Absence(evidence))
            : CurveSource.Judge([.. sources.Select(source => OfSource(evidence, source))]);
    }

    private static (int? Sign, string Text) OfSource(Evidence evidence, CurveSource source)
    {
        var id = $"{source.Experiment}.scale";
        var (lost, curves) = (source.Lost(evidence), evidence.NumberOrNone($"{id}.curves"));
        if (curves is null) return (null, $"{source.Name}: no curve over model scale{lost}.");
        var (flat, infinite) = (evidence.Number($"{id}.flat"), evidence.Number($"{id}.infinite"));
        if (evidence.NumberOrNone($"{id}.jumps") is not { } jumps)
        {
            return (null, $"{source.Name}: no curve has a score that is a number and a direction, so that none can be judged; {NumberText.Value(flat)} are flat, "
                + $"{NumberText.Value(infinite)} have an infinite score{lost}.");
        }

        var (sharp, smooth) = (evidence.NumberOrNone($"{id}.jumps-sharp"), evidence.NumberOrNone($"{id}.jumps-smooth"));
        var text = $"{source.Name}: {NumberText.Full(jumps)} jump"
            + (sharp is null ? "" : $", {NumberText.Full(sharp)} under sharp metrics")
            + (smooth is null ? "" : $", {NumberText.Full(smooth)} under smooth ones")
            + $"; {NumberText.Full(infinite)} have an infinite score and {NumberText.Value(flat)} are flat, which are flags and in none of these counts{lost}.";
        if (jumps.Value == 0) return (null, $"{text} None jumps: that is few, and says nothing of which metrics jump.");
        var few = Share(jumps) <= Few;
        var sharper = sharp is not null && smooth is not null && Share(sharp) > Share(smooth);
        return (few && sharper ? 1 : few || sharper ? 0 : -1, text);
    }

    private static double Share(Number count) => count.Value / count.N;
}
