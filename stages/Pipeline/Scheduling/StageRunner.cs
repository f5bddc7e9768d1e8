using System.Collections.Concurrent;
using Research.Jobs;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>Runs the stage function of a job on inputs whose bytes were checked.</summary>
/// <param name="executor">Where it runs.</param>
/// <param name="device">Where jobs run models.</param>
/// <param name="sources">Source files that are inputs.</param>
/// <param name="isSound">Hashes an artifact: true if it is what its digest says.</param>
internal sealed class StageRunner(IExecutor executor, DeviceChoice device, RepositoryDigests sources, Func<StoredObject, bool> isSound)
{
    private readonly ConcurrentDictionary<Digest, bool> _sound = [];

    /// <summary>The jobs whose artifacts the job reads and that are missing or damaged in the store.</summary>
    /// <param name="run">The job.</param>
    /// <param name="runOf">What became of the jobs it reads from.</param>
    public IReadOnlyList<JobRun> DamagedInputs(JobRun run, Func<JobNode, JobRun> runOf) =>
    [
        .. run.Job.Inputs.OfType<JobInput.Artifacts>()
            .SelectMany(input => input.Jobs)
            .Distinct()
            .Select(runOf)
            .Where(input => !IsSound(input.Output)),
    ];

    /// <summary>Runs a job to its end.</summary>
    /// <param name="run">The job, with its threads set.</param>
    /// <param name="runOf">What became of the jobs it reads from.</param>
    /// <param name="output">Full path of the empty folder to write in.</param>
    /// <param name="resume">Full path of its folder for resumable state; empty for none.</param>
    /// <param name="log">Its log.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    /// <exception cref="InputException">A source file changed meanwhile.</exception>
    public async Task RunAsync(
        JobRun run, Func<JobNode, JobRun> runOf, string output, string resume, TextWriter log, CancellationToken cancellation)
    {
        var context = new JobContext
        {
            Threads = run.Threads,
            Device = device,
            Cancellation = cancellation,
            Progress = run.Progress,
            Log = log,
            ResumeFolder = resume,
        };
        await executor.RunAsync(new JobRequest(run.Job, PathsOf(run.Job, runOf), output), context).ConfigureAwait(false);

        // A job that was stopped and returned all the same may have written half of its artifact.
        cancellation.ThrowIfCancellationRequested();
        CheckSources(run.Job);
    }

    private bool IsSound(StoredObject? output)
    {
        if (output is null)
            return false;
        if (_sound.ContainsKey(output.Digest))
            return true;
        var sound = isSound(output);
        if (sound)
            _sound[output.Digest] = true;
        return sound;
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
