namespace Research.Learning.Auditing;

/// <summary>What an audit found, and what it is worth.</summary>
/// <param name="Training">What was audited.</param>
/// <param name="Segments">Segments of the training, S.</param>
/// <param name="Entries">Entries of its digest chain.</param>
/// <param name="Seed">Decided which segments were replayed.</param>
/// <param name="Results">One for each segment replayed, in the order of the training.</param>
/// <param name="CheckSeconds">Time of the checks that need no replay.</param>
/// <param name="ReplaySeconds">Time of the replays.</param>
public sealed record AuditReport(
    Training Training, int Segments, int Entries, int Seed, IReadOnlyList<SegmentResult> Results, double CheckSeconds, double ReplaySeconds)
{
    /// <summary>Every replayed segment gave the recorded bits.</summary>
    public bool Passed => Results.All(result => result.Mismatch is null);

    /// <summary>Updates made again.</summary>
    public int Steps => Results.Sum(result => result.Steps);

    /// <summary>Tokens seen again.</summary>
    public long Tokens => (long)Steps * Training.Schedule.Batch * Training.Model.Block;

    /// <summary><c>2 of 2 segments reproduce bit for bit</c>.</summary>
    public string Verdict =>
        $"{Results.Count(result => result.Mismatch is null)} of {Results.Count} segments reproduce bit for bit";

    /// <summary>What it cost: <c>1,000 of 4,000 steps (25 %), 1,536,000 tokens in 8.1 s; checks without replay 0.3 s</c>.</summary>
    public string Cost => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Steps:N0} of {Training.Schedule.Steps:N0} steps ({100.0 * Steps / Math.Max(1, Training.Schedule.Steps):0.#} %), {Tokens:N0} tokens in {ReplaySeconds:0.0} s; checks without replay {CheckSeconds:0.0} s");

    /// <summary>How surely forged segments would have been met, a line for each number of them.</summary>
    public IReadOnlyList<string> Detections =>
        [.. new[] { 1, 2, 3, Segments / 2 }.Where(forged => forged >= 1 && forged <= Segments).Distinct().Order().Select(DetectionOf)];

    private string DetectionOf(int forged) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"if {forged} of {Segments} were forged: found with probability {Detection.Probability(Segments, forged, Results.Count):0.000}; {Detection.Needed(Segments, forged, 0.95)} to replay for 95 %");
}
