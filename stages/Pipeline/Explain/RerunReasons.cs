using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explain;

/// <summary>Compares jobs with the last run of the same profile.</summary>
internal sealed class RerunReasons(ArtifactStore store, string profile)
{
    /// <summary>Why a job that is not in the cache has to run.</summary>
    public RerunReason Of(JobNode job, KeyComponents components)
    {
        if (store.FindRecord(components.Key) is not null)
            return new RerunReason.OutputDamaged();
        if (store.FindLatest(profile, job.Target.Name, job.Name) is not { } latest)
            return new RerunReason.NeverRan();
        var differences = KeyDifference.Between(latest.Components, components);
        return differences.Count > 0 ? new RerunReason.KeyChanged(differences) : new RerunReason.OutputDamaged();
    }
}
