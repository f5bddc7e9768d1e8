using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Records;

/// <summary>One job of a run.</summary>
/// <param name="Target">Its target.</param>
/// <param name="Job">Its name in the target.</param>
/// <param name="Status">What became of it in this run.</param>
/// <param name="Key">Its key; null if its inputs never became known.</param>
/// <param name="Components">What the key is made of; null with the key.</param>
/// <param name="Output">Digest of its artifact; null if it has none.</param>
/// <param name="Seconds">
/// How long it ran when its artifact was made, in this run or an earlier one; 0 without an artifact.
/// </param>
/// <param name="PeakBytes">Largest working set of the process while it ran.</param>
/// <param name="Machine">Where its artifact was made, in a few words.</param>
/// <param name="FinishedAt">When its artifact was made; null without one.</param>
public sealed record JobRecord(
    string Target,
    string Job,
    JobStatus Status,
    JobKey? Key,
    KeyComponents? Components,
    Digest? Output,
    double Seconds,
    long PeakBytes,
    string Machine,
    DateTimeOffset? FinishedAt);
