using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Records;

/// <summary>What became of a target's jobs, together.</summary>
/// <param name="Target">The target.</param>
/// <param name="Runs">Its jobs.</param>
internal sealed record TargetTally(TargetNode Target, IReadOnlyList<JobRun> Runs)
{
    private static readonly JobStatus[] WorstFirst =
    [
        JobStatus.Failed, JobStatus.Aborted, JobStatus.Running, JobStatus.NotRun, JobStatus.Skipped,
        JobStatus.Succeeded,
    ];

    /// <summary>The worst of its jobs' statuses.</summary>
    public JobStatus Status =>
        WorstFirst.FirstOrDefault(status => Runs.Any(run => run.Status == status), JobStatus.Cached);

    /// <summary>Jobs that were cached.</summary>
    public int Cached => Runs.Count(run => run.Status == JobStatus.Cached);

    /// <summary>Jobs that started in this run.</summary>
    public bool HasRun => Runs.Any(run => run.StartedAt != 0);

    /// <summary>Time in this run during which at least one of the jobs ran.</summary>
    public TimeSpan Busy(TimeProvider time)
    {
        var (busy, end) = (TimeSpan.Zero, long.MinValue);
        foreach (var run in Runs.Where(run => run.StartedAt != 0).OrderBy(run => run.StartedAt))
        {
            var stop = run.StartedAt + (long)(run.Duration.TotalSeconds * time.TimestampFrequency);
            if (stop <= end)
                continue;
            busy += time.GetElapsedTime(Math.Max(run.StartedAt, end), stop);
            end = stop;
        }

        return busy;
    }
}
