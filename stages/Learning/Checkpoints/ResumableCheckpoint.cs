using System.Diagnostics;
using Research.Jobs;
using Research.Learning.Optimization;

namespace Research.Learning.Checkpoints;

/// <summary>
/// A checkpoint that comes into being over a long time. While the run lasts, its state and its snapshots lie in the job's
/// resume folder (where there is one), so that a killed run can go on; at the end everything is in the output.
/// </summary>
internal sealed class ResumableCheckpoint
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly JobContext job;
    private readonly Training item;
    private readonly CheckpointHeader header;
    private readonly Checkpoint output;
    private readonly Checkpoint kept;
    private readonly string statePath;
    private readonly Stopwatch sinceSaved = Stopwatch.StartNew();

    /// <param name="job">Offers the resume folder.</param>
    /// <param name="item">What is trained.</param>
    /// <param name="header">The model; its step does not matter.</param>
    /// <param name="output">The job's output.</param>
    public ResumableCheckpoint(JobContext job, Training item, CheckpointHeader header, Checkpoint output)
    {
        (this.job, this.item, this.header, this.output) = (job, item, header, output);
        Offered = job.ResumeFolder.Length > 0;
        kept = Offered ? Checkpoint.Open(job.ResumeFolder) : output;
        statePath = Path.Combine(job.ResumeFolder, "state.safetensors");
    }

    private bool Offered { get; }

    /// <summary>Lets the run go on from the saved state, if there is a sound one.</summary>
    public void Restore(TrainingRun run)
    {
        if (!Offered || !File.Exists(statePath))
        {
            return;
        }

        try
        {
            var state = ResumeFile.Read(statePath, header, run.TokensPerStep);
            foreach (var step in item.Schedule.SnapshotSteps.Where(step => step <= state.Step))
            {
                kept.ReadHeader(step);
            }

            run.Restore(state);
            job.Log.WriteLine($"continues after step {run.Step} of {item.Schedule.Steps}");
        }
        catch (InputException e)
        {
            job.Log.WriteLine($"starts anew: {e.Message}");
        }
    }

    /// <summary>Keeps the weights as they are now.</summary>
    public void KeepSnapshot(TrainingRun run) => kept.WriteSnapshot(header with { Step = run.Step }, run.Model.ReadParameters());

    /// <summary>Saves the state if the last time was long ago.</summary>
    public void SaveIfDue(TrainingRun run)
    {
        if (sinceSaved.Elapsed >= Interval)
        {
            Save(run);
        }
    }

    /// <summary>Saves the state.</summary>
    public void Save(TrainingRun run)
    {
        if (Offered)
        {
            ResumeFile.Write(statePath, header with { Step = run.Step }, run.Capture());
            sinceSaved.Restart();
        }
    }

    /// <summary>Writes the result of the finished run.</summary>
    public void Finish(TrainingRun run)
    {
        output.WriteFinal(header with { Step = run.Step }, run.Capture());
        if (Offered)
        {
            output.TakeSnapshots(kept, item.Schedule.SnapshotSteps);
        }
    }
}
