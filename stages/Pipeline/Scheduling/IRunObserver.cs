using Research.Pipeline.Locks;

namespace Research.Pipeline.Scheduling;

/// <summary>Is told what happens in a run; from several threads.</summary>
internal interface IRunObserver
{
    /// <summary>A job need not run.</summary>
    void JobCached(JobRun job);

    /// <summary>A condition says that a verb is not to run.</summary>
    void JobSkipped(JobRun job, string reason);

    /// <summary>A job starts.</summary>
    void JobStarted(JobRun job);

    /// <summary>A job waits for another build that works on the same key.</summary>
    void JobWaits(JobRun job, LockHolder? holder);

    /// <summary>
    /// A job that started is over: succeeded, cached by another build in the meantime, failed or aborted.
    /// </summary>
    void JobEnded(JobRun job);

    /// <summary>Something about a job that the user should know, though it did not fail.</summary>
    void Warned(JobRun job, string message);
}
