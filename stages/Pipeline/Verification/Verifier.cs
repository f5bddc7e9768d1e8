using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Verification;

/// <summary>
/// Runs cached jobs again. Their inputs are all in the store, so none waits for another: as many run at once as the cores allow.
/// </summary>
/// <param name="runner">Runs one job and compares.</param>
/// <param name="outcomes">Takes how each job ended, before the observer is told.</param>
/// <param name="settings">Cores.</param>
/// <param name="observer">Is told what happens.</param>
/// <param name="time">The clock.</param>
internal sealed class Verifier(
    VerificationRunner runner,
    Dictionary<JobRun, VerificationOutcome> outcomes,
    RunSettings settings,
    IRunObserver observer,
    TimeProvider time)
{
    /// <summary>Runs the jobs, also after one that differs.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cancellation">The user's wish to stop: running jobs are aborted.</param>
    public async Task RunAsync(IReadOnlyList<JobRun> jobs, CancellationToken cancellation)
    {
        var pool = new JobPool<VerificationOutcome>(settings.Cores, runner.RunAsync, observer, time);
        foreach (var run in jobs)
            pool.Add(run);
        while (true)
        {
            if (!cancellation.IsCancellationRequested)
                pool.Dispatch(cancellation);
            if (pool.IsIdle)
                return;
            var (run, outcome) = await pool.NextAsync().ConfigureAwait(false);
            outcomes[run] = outcome;
            run.Failure = (outcome as VerificationOutcome.Failed)?.Failure;
            run.Status = outcome switch
            {
                VerificationOutcome.Reproduced => JobStatus.Succeeded,
                VerificationOutcome.Aborted => JobStatus.Aborted,
                _ => JobStatus.Failed,
            };
            observer.JobEnded(run);
        }
    }
}
