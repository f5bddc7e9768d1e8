using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 4 and figure 6: the jump under multiple-choice grade is gone under the Brier score of the same
/// outputs. Judged on our own models, as <c>mirage.score.brier</c>, and on scores that the user supplies, as <c>mirage.imported.brier</c>; see
/// <see cref="CurveSource"/>. Numbers of each, over pairs of curves of the same outputs:
/// <list type="table">
/// <item><term><c>{source}.lower</c></term><description>share of pairs whose emergence score is lower under Brier.</description></item>
/// <item><term><c>{source}.infinite</c></term><description>of all pairs: those with an infinite score, which are not compared.</description></item>
/// <item><term><c>{source}.sharp</c>, <c>{source}.smooth</c></term><description>median scores under accuracy and under Brier.</description></item>
/// <item><term><c>{source}.jumps</c>, <c>{source}.smooth-jumps</c></term><description>of pairs: those that jump under accuracy, and under
/// Brier.</description></item>
/// <item><term><c>{source}.removed</c></term><description>of the former: those that do not jump under Brier; not there without jumps.</description></item>
/// </list>
/// </summary>
public sealed class MirageBrier : Claim
{
    private const double Half = 0.5;

    /// <inheritdoc />
    public override string Id => "mirage.brier";

    /// <inheritdoc />
    public override string Statement => "Tasks that jump under multiple-choice grade do not under the Brier score of the same outputs.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on pairs of curves over model scale, accuracy (multiple-choice grade) and Brier score of the same outputs; pairs with an infinite score are counted, told and "
        + "not compared. A source of pairs meets the claim if Brier has the lower emergence score in more than half of them (lower end of the interval) and takes every jump "
        + "away, of which there must be one; it contradicts it if Brier is lower in less than half (upper end), or if there are jumps and Brier takes none away. Without a "
        + "jump to take away, and without a contradiction, it cannot be judged. A curve jumps as for mirage.score. Holds if every source meets it, fails if all that can be "
        + "judged contradict it, not testable if none can be judged, else in part. Curves of a trained family that are missing are an error.";

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
        var id = $"{source.Experiment}.brier";
        var lost = source.Lost(evidence);
        if (evidence.NumberOrNone($"{id}.infinite") is not { } infinite)
            return (null, $"{source.Name}: no curves of accuracy and Brier score on the same outputs over model scale{lost}.");
        if (evidence.NumberOrNone($"{id}.lower") is not { } lower)
            return (null, $"{source.Name}: {NumberText.Full(infinite)} have an infinite score, so that none can be compared{lost}.");
        var (jumps, smooth) = (evidence.Number($"{id}.jumps"), evidence.Number($"{id}.smooth-jumps"));
        var removed = evidence.NumberOrNone($"{id}.removed");
        var meets = lower.Lower() > Half && removed is not null && removed.Value == removed.N;
        var contradicts = lower.Upper() < Half || removed is { Value: 0 };
        var text =
            $"{source.Name}: the emergence score is lower under Brier in {NumberText.Full(lower)} of the pairs (medians {NumberText.Full(evidence.Number($"{id}.sharp"))} "
            + $"under accuracy, {NumberText.Full(evidence.Number($"{id}.smooth"))} under Brier); {NumberText.Full(jumps)} jump under accuracy"
            + (removed is null ? "" : $", of which Brier takes {NumberText.Full(removed)} away")
            + $", {NumberText.Full(smooth)} under Brier; {NumberText.Full(infinite)} have an infinite score and are not compared{lost}.";
        if (removed is null && !contradicts) return (null, $"{text} There is no jump under accuracy that Brier could take away.");
        return (meets ? 1 : contradicts ? -1 : 0, text);
    }
}
