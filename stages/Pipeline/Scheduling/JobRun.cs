using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>What becomes of one job in one run. Changed by the scheduler only; the progress by the job.</summary>
/// <param name="job">The job.</param>
/// <param name="order">Its place in the graph.</param>
/// <param name="progress">Takes its progress reports.</param>
internal sealed class JobRun(JobNode job, int order, ProgressMeter progress)
{
    public JobNode Job { get; } = job;

    public int Order { get; } = order;

    public ProgressMeter Progress { get; } = progress;

    public JobStatus Status { get; set; }

    /// <summary>What its key is made of; null until the inputs are known, and for a verb.</summary>
    public KeyComponents? Components { get; set; }

    /// <summary>Why it has to run; null if it need not.</summary>
    public RerunReason? Reason { get; set; }

    /// <summary>What is known of the run that produced its artifact, be it this one or an earlier one.</summary>
    public ActionRecord? Record { get; set; }

    /// <summary>Its artifact.</summary>
    public StoredObject? Output { get; set; }

    /// <summary>Threads it was given.</summary>
    public int Threads { get; set; }

    /// <summary>When it started in this run, by the clock of the scheduler; 0 if it did not.</summary>
    public long StartedAt { get; set; }

    /// <summary>How long it ran in this run.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Full path of its log; empty for a verb.</summary>
    public string LogFile { get; init; } = "";

    /// <summary>What made it fail.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Nothing more will happen to it.</summary>
    public bool IsOver => Status is not (JobStatus.NotRun or JobStatus.Running);

    /// <summary>What depends on it may go on.</summary>
    public bool IsDone => Status is JobStatus.Cached or JobStatus.Succeeded or JobStatus.Skipped
        || (Status == JobStatus.Failed && Job.Target.Declaration.ProceedsAfterFailure);
}
