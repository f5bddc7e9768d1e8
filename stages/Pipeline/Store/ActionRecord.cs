using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>What is known of a job that succeeded: the small file beside its key.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Job">Readable name of the job inside the target.</param>
/// <param name="Components">What the key was made of.</param>
/// <param name="Output">Digest of the artifact it produced.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">Largest memory use of the process while the job ran, in bytes; 0 if not measured.</param>
/// <param name="Machine">Where it ran, for a person.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="LogTail">The last lines of its log, for a person; may be empty.</param>
public sealed record ActionRecord(
    string Target,
    string Job,
    KeyComponents Components,
    Digest Output,
    double Seconds,
    long PeakBytes,
    string Machine,
    DateTimeOffset FinishedAt,
    string LogTail = "")
{
    /// <summary>The key of the work.</summary>
    public JobKey Key => Components.Key;
}
