namespace Research.Pipeline.Scheduling;

/// <summary>How far a job or a target is; the words of the closing table.</summary>
public enum JobStatus
{
    /// <summary>
    /// Its turn has not come, or never came because something else failed or the user stopped the run.
    /// </summary>
    NotRun,

    /// <summary>It need not run: its result is in the store.</summary>
    Cached,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ran, and its result is in the store.</summary>
    Succeeded,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>It ran and was stopped.</summary>
    Aborted,

    /// <summary>A condition said not to run it.</summary>
    Skipped,
}
