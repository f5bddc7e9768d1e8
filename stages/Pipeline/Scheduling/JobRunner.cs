using System.Collections.Concurrent;
using Research.Jobs;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// Runs one job under the lock of its key: checks its inputs, gives it a folder, stores what it wrote.
/// </summary>
internal sealed class JobRunner(
    ArtifactStore store,
    IExecutor executor,
    RepositoryDigests sources,
    RunSettings settings,
    IRunObserver observer,
    TimeProvider time)
{
    private readonly ConcurrentDictionary<Digest, bool> _verified = [];

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

        var inputs = run.Job.Inputs.OfType<JobInput.Artifacts>()
            .SelectMany(input => input.Jobs)
            .Distinct()
            .Select(runOf);
        var damaged = inputs.Where(input => !IsSound(input.Output!.Digest)).ToList();
        if (damaged.Count > 0)
            return new JobOutcome.InputsDamaged(damaged);

        using var log = JobLog.Create(run.LogFile);
        try
        {
            return await RunStageAsync(run, runOf, log, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.WriteLine("stopped by the user or by the failure of another job");
            throw;
        }
        catch (Exception e)
        {
            log.WriteLine(e is InputException ? e.Message : e.ToString());
            throw;
        }
    }

    private async Task<JobOutcome> RunStageAsync(
        JobRun run, Func<JobNode, JobRun> runOf, JobLog log, CancellationToken cancellation)
    {
        var key = run.Components!.Key;
        var earlier = store.FindRecord(key);
        var started = time.GetTimestamp();
        using var memory = new MemoryWatch(time);
        using var staged = store.Stage();
        var context = new JobContext
        {
            Threads = run.Threads,
            Cancellation = cancellation,
            Progress = run.Progress,
            Log = log,
            ResumeFolder = store.ResumeFolder(key),
        };
        await executor.RunAsync(
            new JobRequest(run.Job, PathsOf(run.Job, runOf), staged.Folder), context).ConfigureAwait(false);

        // A job that was stopped and returned all the same may have written half of its artifact.
        cancellation.ThrowIfCancellationRequested();
        CheckSources(run.Job);

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

    private bool IsSound(Digest output)
    {
        if (_verified.ContainsKey(output))
            return true;
        var isSound = store.Verify(output) is not null;
        if (isSound)
            _verified[output] = true;
        return isSound;
    }

    private List<IReadOnlyList<string>> PathsOf(JobNode job, Func<JobNode, JobRun> runOf) =>
        [.. job.Inputs.Select(IReadOnlyList<string> (input) => input is JobInput.Artifacts artifacts
            ? [.. artifacts.Jobs.Select(source => runOf(source).Output!.Folder)]
            : [sources.PathOf(((JobInput.Repository)input).Path)])];

    // Its digest is in the key, so a source that changed while the job read it would file the result under a wrong key.
    private void CheckSources(JobNode job)
    {
        foreach (var source in job.Inputs.OfType<JobInput.Repository>())
        {
            if (!sources.IsUnchanged(source.Path, source.IsFolder))
                throw new InputException("it changed while the job was reading it", source.Path, "Run again.");
        }
    }
}
