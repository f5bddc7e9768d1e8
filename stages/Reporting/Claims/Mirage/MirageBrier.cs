using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 4 and figure 6: the jump under multiple-choice grade is gone under the Brier score of the same
/// outputs. Judged on our own models, as <c>mirage.score.brier</c>, and on scores that the user supplies, as <c>mirage.imported.brier</c>; a
/// source that a run lacks has no numbers. Numbers of each, over pairs of curves of the same outputs:
/// <list type="table">
/// <item><term><c>{source}.lower</c></term><description>share of pairs whose emergence score is lower under Brier.</description></item>
/// <item><term><c>{source}.sharp</c>, <c>{source}.smooth</c></term><description>median scores under accuracy and under Brier.</description></item>
/// <item><term><c>{source}.jumps</c>, <c>{source}.smooth-jumps</c></term><description>of pairs: those that jump under accuracy, and under
/// Brier.</description></item>
/// <item><term><c>{source}.removed</c></term><description>of the former: those that do not jump under Brier; not there without jumps.</description></item>
/// </list>
/// </summary>
public sealed class MirageBrier : Claim
{
    private const double Half = 0.5;

    private static readonly (string Prefix, string Name)[] Sources =
        [("mirage.score.brier", "Our own models"), ("mirage.imported.brier", "The supplied scores")];

    /// <inheritdoc />
    public override string Id => "mirage.brier";

    /// <inheritdoc />
    public override string Statement => "Tasks that jump under multiple-choice grade do not under the Brier score of the same outputs.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on pairs of curves over model scale, accuracy (multiple-choice grade) and Brier score of the same outputs. A source of pairs meets the claim if "
        + "Brier has the lower emergence score in more than half of them (lower end of the interval) and takes every jump away, of which there must be one; it "
        + "contradicts it if Brier is lower in less than half (upper end), or if there are jumps and Brier takes none away. A curve jumps as for "
        + "mirage.score. Holds if every source meets it, fails if every source contradicts it, else in part. Not testable without such pairs.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        List<(int Sign, string Text)> judged = [.. Sources.Select(source => OfSource(evidence, source.Prefix, source.Name)).OfType<(int, string)>()];
        if (judged.Count == 0)
            return Verdict.NotTestable("This run has no such pairs of at least 4 sizes; ./build.sh Report --scores <file> takes scores of others.");
        var measured = string.Join(' ', judged.Select(source => source.Text));
        if (judged.TrueForAll(source => source.Sign > 0)) return Verdict.Holds(measured);
        return judged.TrueForAll(source => source.Sign < 0) ? Verdict.Fails(measured) : Verdict.HoldsInPart(measured);
    }

    // 1 meets the claim, -1 contradicts it, 0 neither; null if the run lacks the source.
    private static (int Sign, string Text)? OfSource(Evidence evidence, string prefix, string name)
    {
        if (OrNone(evidence, $"{prefix}.lower") is not { } lower) return null;
        var (jumps, smooth) = (evidence.Number($"{prefix}.jumps"), evidence.Number($"{prefix}.smooth-jumps"));
        var removed = OrNone(evidence, $"{prefix}.removed");
        var meets = lower.Lower() > Half && removed is not null && removed.Value == removed.N;
        var contradicts = lower.Upper() < Half || removed is { Value: 0 };
        var text =
            $"{name}: the emergence score is lower under Brier in {NumberText.Full(lower)} of the pairs (medians {NumberText.Full(evidence.Number($"{prefix}.sharp"))} "
            + $"under accuracy, {NumberText.Full(evidence.Number($"{prefix}.smooth"))} under Brier); {NumberText.Full(jumps)} jump under accuracy"
            + (removed is null ? "" : $", of which Brier takes {NumberText.Full(removed)} away")
            + $", {NumberText.Full(smooth)} under Brier.";
        return (meets ? 1 : contradicts ? -1 : 0, text);
    }

    private static Number? OrNone(Evidence evidence, string id) =>
        evidence.FamilyOrNone(id).FirstOrDefault(entry => entry.Of.Length == 0).Number;
}
