using Research.Pipeline.Keys;
using Research.Pipeline.Locks;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;

namespace Research.Pipeline.Verification;

/// <summary>
/// Runs one cached job again, on the inputs in the store but in a folder outside of it, and compares what it wrote. Nothing in the
/// store is changed.
/// </summary>
/// <param name="stage">Runs stage functions.</param>
/// <param name="comparison">Tells what differs.</param>
/// <param name="state">The jobs; its links are the folders in which differing artifacts are kept.</param>
/// <param name="workspace">Where jobs write; on the same file system as those folders.</param>
/// <param name="locks">One lock per key: another verification may be at work in the same folders.</param>
/// <param name="observer">Is told of waiting.</param>
internal sealed class VerificationRunner(
    StageRunner stage,
    ArtifactComparison comparison,
    RunState state,
    Workspace workspace,
    KeyLocks locks,
    IRunObserver observer)
{
    /// <summary>Runs a job and compares. Throws nothing: whatever happens is the outcome.</summary>
    /// <param name="run">The job, with its key, its record and its artifact known.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<VerificationOutcome> RunAsync(JobRun run, CancellationToken cancellation)
    {
        try
        {
            return await RunLockedAsync(run, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new VerificationOutcome.Aborted();
        }
        catch (Exception e)
        {
            return new VerificationOutcome.Failed(StorageFault.From(e, state.LinkOf(run.Job)) ?? e);
        }
    }

    private async Task<VerificationOutcome> RunLockedAsync(JobRun run, CancellationToken cancellation)
    {
        using var held = await locks.AcquireAsync(
            run.Components!.Key, holder => observer.JobWaits(run, holder), cancellation).ConfigureAwait(false);
        var kept = state.LinkOf(run.Job);
        if (Directory.Exists(kept))
            Deletion.Delete(kept);
        var damaged = stage.DamagedInputs(run, state.RunOf);
        if (damaged.Count > 0)
            return new VerificationOutcome.InputsDamaged(damaged);

        using var log = JobLog.Create(run.LogFile);
        return await log.KeepAsync(() => RunStageAsync(run, kept, log, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task<VerificationOutcome> RunStageAsync(
        JobRun run, string kept, TextWriter log, CancellationToken cancellation)
    {
        using var staged = new StagingFolder(workspace.NextPath("stage"));
        await stage.RunAsync(run, state.RunOf, staged.Folder, resume: "", log, cancellation).ConfigureAwait(false);
        var received = Digest.Of(Manifest.Format(ObjectFiles.Hash(staged.Folder, flush: false)));
        var isSound = ArtifactStore.IsSound(run.Output!);
        if (isSound && received == run.Record!.Output)
            return new VerificationOutcome.Reproduced();

        var files = comparison.Between(run.Output!.Folder, staged.Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        Directory.Move(staged.Folder, kept);
        return new VerificationOutcome.Differs(received, isSound, files, kept);
    }
}
