using Research.Pipeline.Graph;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// Runs one job under the lock of its key: checks its inputs, gives it a folder, stores what it wrote.
/// </summary>
internal sealed class JobRunner(
    ArtifactStore store,
    StageRunner stage,
    RunSettings settings,
    IRunObserver observer,
    TimeProvider time)
{
    /// <summary>Runs a job or a verb. Throws nothing: whatever happens is the outcome.</summary>
    /// <param name="run">The job, with its key known.</param>
    /// <param name="runOf">What became of the jobs it reads from.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<JobOutcome> RunAsync(JobRun run, Func<JobNode, JobRun> runOf, CancellationToken cancellation)
    {
        try
        {
            if (!run.Job.IsVerb)
                return await RunLockedAsync(run, runOf, cancellation).ConfigureAwait(false);
            if (run.Job.Target.Declaration.Action is { } action)
                await action().ConfigureAwait(false);
            return new JobOutcome.VerbDone();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new JobOutcome.Aborted();
        }
        catch (IOException e)
        {
            return new JobOutcome.Failed(StorageFault.From(e, store.Folder) ?? (Exception)e);
        }
        catch (Exception e)
        {
            return new JobOutcome.Failed(e);
        }
    }

    private async Task<JobOutcome> RunLockedAsync(
        JobRun run, Func<JobNode, JobRun> runOf, CancellationToken cancellation)
    {
        var key = run.Components!.Key;
        using var held = await store.Locks
            .AcquireAsync(key, holder => observer.JobWaits(run, holder), cancellation).ConfigureAwait(false);
        if (!settings.NoCache && store.Find(key) is { } cached)
            return new JobOutcome.CachedMeanwhile(cached);

        var damaged = stage.DamagedInputs(run, runOf);
        if (damaged.Count > 0)
            return new JobOutcome.InputsDamaged(damaged);

        using var log = JobLog.Create(run.LogFile);
        return await log.KeepAsync(() => RunStageAsync(run, runOf, log, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task<JobOutcome> RunStageAsync(
        JobRun run, Func<JobNode, JobRun> runOf, JobLog log, CancellationToken cancellation)
    {
        var key = run.Components!.Key;
        var earlier = store.FindRecord(key);
        var started = time.GetTimestamp();
        using var memory = new MemoryWatch(time);
        using var staged = store.Stage();
        await stage.RunAsync(run, runOf, staged.Folder, store.ResumeFolder(key), log, cancellation).ConfigureAwait(false);

        var output = store.Commit(staged);
        var record = new ActionRecord(
            run.Job.Target.Name,
            run.Job.Name,
            run.Components,
            output.Digest,
            Math.Round(time.GetElapsedTime(started).TotalSeconds, 3),
            memory.Peak,
            settings.Machine,
            time.GetUtcNow(),
            log.Tail);
        store.Record(record);
        store.RemoveResumeFolder(key);
        if (earlier is not null && earlier.Output != output.Digest)
            observer.Warned(run, NotReproducible(earlier, record));
        return new JobOutcome.Succeeded(record, output);
    }

    private static string NotReproducible(ActionRecord earlier, ActionRecord now) =>
        $"{now.Target} / {now.Job} is not reproducible: key {now.Key.Digest.Short} gave {earlier.Output.Short} "
        + $"on {earlier.FinishedAt:yyyy-MM-dd} ({earlier.Machine}) and {now.Output.Short} now";
}
