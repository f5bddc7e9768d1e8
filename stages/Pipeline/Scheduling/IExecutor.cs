using Research.Jobs;

namespace Research.Pipeline.Scheduling;

/// <summary>Runs the stage function of a job somewhere: here, in another process, on another machine.</summary>
internal interface IExecutor
{
    /// <summary>Runs a job to its end.</summary>
    /// <param name="request">What to run, on which folders.</param>
    /// <param name="context">Threads, cancellation, progress, log and resume folder.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    Task RunAsync(JobRequest request, JobContext context);
}
