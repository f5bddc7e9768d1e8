using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>What is said about jobs that run because they are not cached.</summary>
/// <param name="root">Root of the repository; paths are shown relative to it.</param>
internal sealed class RunWords(string root) : IRunWords
{
    /// <inheritdoc/>
    public string Note(TargetNode target, int cached) => target.IsVerb ? "" : $"{cached} of {target.Jobs.Count} cached";

    /// <inheritdoc/>
    public string Started(JobRun job) => $"runs ({ReasonText.Short(job.Reason!)}{Threads(job)})";

    /// <inheritdoc/>
    public string Ended(JobRun job) => job.Status switch
    {
        JobStatus.Succeeded => $"finished in {Durations.Format(job.Duration)}",
        JobStatus.Cached => "another build has just done it",
        _ => $"aborted after {Durations.Format(job.Duration)}",
    };

    /// <inheritdoc/>
    public string Failed(JobRun job) => FailureText.Of(job, root);

    private static string Threads(JobRun job) => job.Threads == 1 ? "" : $", {job.Threads} threads";
}
