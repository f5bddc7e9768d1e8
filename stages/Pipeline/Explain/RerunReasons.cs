using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explain;

/// <summary>Compares jobs with the last run of the same profile.</summary>
internal sealed class RerunReasons(ArtifactStore store, string profile)
{
    /// <summary>Why a job that is not in the cache has to run.</summary>
    public RerunReason Of(JobNode job, KeyComponents components) =>
        store.FindRecord(components.Key) is { } record ? new RerunReason.OutputDamaged(record.Output)
        : Differences(job, components, new HashSet<string>()) is { } differences ? new RerunReason.KeyChanged(differences)
        : new RerunReason.NeverRan();

    /// <summary>In what a job's key differs from that of the last run; null if there is no record of one.</summary>
    /// <param name="job">The job.</param>
    /// <param name="components">What is known of the key.</param>
    /// <param name="unknown">Names of the components that are not known yet.</param>
    public IReadOnlyList<KeyDifference>? Differences(JobNode job, KeyComponents components, IReadOnlySet<string> unknown) =>
        store.FindLatest(profile, job.Target.Name, job.Name) is { } latest
            ? [.. KeyDifference.Between(latest.Components, components).Where(difference => !unknown.Contains(difference.Component))]
            : null;
}
