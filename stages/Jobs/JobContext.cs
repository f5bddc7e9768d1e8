namespace Research.Jobs;

/// <summary>
/// What a running job may use besides its spec and its inputs. Nothing in here may change a result: two runs of a job with
/// different contexts write the same bytes.
/// </summary>
public sealed class JobContext
{
    /// <summary>How many threads the job may keep busy; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where the job runs models.</summary>
    public DeviceChoice Device { get; init; } = DeviceChoice.Cpu;

    /// <summary>Signalled when the user wants to stop. A job checks it at least once a second and throws.</summary>
    public CancellationToken Cancellation { get; init; } = CancellationToken.None;

    /// <summary>Receives progress reports; cheap to call, any number of times a second.</summary>
    public IProgress<JobProgress> Progress { get; init; } = NoProgress.Instance;

    /// <summary>The job's own log, for a person who looks into what happened; never part of the artifact.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;

    /// <summary>
    /// A folder for this job and key alone that outlives a killed run: a long job keeps its resumable state there. Removed
    /// when the job has succeeded. Empty if the caller offers none.
    /// </summary>
    public string ResumeFolder { get; init; } = "";

    /// <summary>Reports progress and stops the job when the user asked for it.</summary>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public void Report(double done, double total, string unit, string note = "")
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress.Report(new JobProgress(done, total, unit, note));
    }

    private sealed class NoProgress : IProgress<JobProgress>
    {
        public static readonly NoProgress Instance = new();

        public void Report(JobProgress value)
        {
        }
    }
}
