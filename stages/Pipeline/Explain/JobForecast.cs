using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explain;

/// <summary>What a run would do with a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Cached">What the cache has of it; null if it would run.</param>
/// <param name="Reason">Why it would run; null if it would not.</param>
internal sealed record JobForecast(JobNode Job, CachedAction? Cached, RerunReason? Reason)
{
    /// <summary>The digest of its artifact, if that is known before the run.</summary>
    public Digest? Output => Cached?.Output.Digest ?? (Reason as RerunReason.OutputDamaged)?.Output;

    public bool WouldRun => Reason is not null;
}
