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
        if (store.FindRecord(components.Key) is { } record)
            return new RerunReason.OutputDamaged(record.Output);
        var differences = Differences(job, components, new HashSet<string>());
        return differences is null ? new RerunReason.NeverRan() : new RerunReason.KeyChanged(differences);
    }

    /// <summary>In what a job's key differs from that of the last run; null if there is no record of one.</summary>
    /// <param name="job">The job.</param>
    /// <param name="components">What is known of the key.</param>
    /// <param name="unknown">Names of the components that are not known yet.</param>
    public IReadOnlyList<KeyDifference>? Differences(
        JobNode job, KeyComponents components, IReadOnlySet<string> unknown)
    {
        if (store.FindLatest(profile, job.Target.Name, job.Name) is not { } latest)
            return null;
        var differences = KeyDifference.Between(latest.Components, components);
        return [.. differences.Where(difference => !unknown.Contains(difference.Component))];
    }
}
