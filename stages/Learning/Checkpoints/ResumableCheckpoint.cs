using System.Diagnostics;
using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Tuning;
using Research.Learning.Optimization;

namespace Research.Learning.Checkpoints;

/// <summary>
/// A checkpoint that comes into being over a long time. While the run lasts, its state and what it keeps on the way lie in the
/// job's resume folder (where there is one), so that a killed run can go on; at the end everything is in the output.
/// </summary>
internal sealed class ResumableCheckpoint
{
    private readonly JobContext job;
    private readonly Training item;
    private readonly TuningStart? start;
    private readonly CheckpointHeader header;
    private readonly IReadOnlyList<HeadRow> head;
    private readonly ChainSchedule schedule;
    private readonly TimeSpan interval;
    private readonly Checkpoint output;
    private readonly Checkpoint kept;
    private readonly string statePath;
    private readonly Stopwatch sinceSaved = Stopwatch.StartNew();
    private DigestChain chain;

    /// <param name="job">Offers the resume folder.</param>
    /// <param name="item">What is trained.</param>
    /// <param name="corpus">The text it is trained on.</param>
    /// <param name="output">The job's output.</param>
    /// <param name="interval">Time between two savings of the state.</param>
    /// <param name="start">What the training begins with; null: its seed's weights.</param>
    public ResumableCheckpoint(
        JobContext job, Training item, TokenText corpus, Checkpoint output, TimeSpan interval, TuningStart? start = null)
    {
        (this.job, this.item, this.start, this.output, this.interval) = (job, item, start, output, interval);
        header = new CheckpointHeader(item.Model, corpus.Vocabulary, 0, start?.Adapter);
        head = ChainHead.Of(item, corpus.Vocabulary, corpus.Train, start);
        schedule = new ChainSchedule(item.Schedule);
        chain = NewChain();
        Offered = job.ResumeFolder.Length > 0;
        kept = Offered ? Checkpoint.Open(job.ResumeFolder) : output;
        statePath = Path.Combine(job.ResumeFolder, "state.safetensors");
    }

    private bool Offered { get; }

    /// <summary>Lets the run go on from the saved state, if there is a sound one.</summary>
    public void Restore(TrainingRun run)
    {
        if (TryRead(run.TokensPerStep, out var state))
        {
            run.Restore(state);
            job.Log.WriteLine($"continues after step {run.Step} of {item.Schedule.Steps}");
        }
    }

    /// <summary>Keeps of the run as it is now what its schedule says: an entry in the chain, the weights, the state.</summary>
    public void Keep(TrainingRun run)
    {
        var step = run.Step;
        if (schedule.HasEntry(step) && chain.Step < step)
        {
            chain.Append(step, run.Digest(), run.Losses);
        }

        if (item.Schedule.SnapshotSteps.Contains(step))
        {
            run.Collect();
            kept.WriteSnapshot(header with { Step = step }, run.Model.ReadParameters());
        }

        if (schedule.HasState(step))
        {
            kept.WriteState(header with { Step = step }, run.Capture());
        }
    }

    /// <summary>Saves the state if the last time was long ago.</summary>
    public void SaveIfDue(TrainingRun run)
    {
        if (sinceSaved.Elapsed >= interval)
        {
            Save(run);
        }
    }

    /// <summary>Saves the state.</summary>
    public void Save(TrainingRun run)
    {
        if (Offered)
        {
            ResumeFile.Write(statePath, header with { Step = run.Step }, run.Capture(), chain);
            sinceSaved.Restart();
        }
    }

    /// <summary>Saves the last good state of a run that diverged.</summary>
    /// <returns>What is to be thrown: where it happened, and where the state is.</returns>
    public InputException Diverged(TrainingRun run, DivergenceException divergence)
    {
        var message = divergence.Message;
        if (Offered)
        {
            RewindToFinite(run);
            Save(run);
            message += $"; the last good state, after step {run.Step}, is kept in {statePath}";
        }

        return new InputException(
            message, item.ToString(),
            $"Lower LearningRate (now {item.Schedule.LearningRate}), add WarmupSteps, or clip the gradient (ClipNorm is {item.Schedule.ClipNorm}).",
            divergence);
    }

    /// <summary>Writes the result of the finished run.</summary>
    public void Finish(TrainingRun run)
    {
        output.WriteFinal(header with { Step = run.Step }, run.Capture(), head, chain.Rows);
        if (Offered)
        {
            output.CopyKept(kept, item.Schedule.SnapshotSteps, schedule.States);
        }
    }

    private DigestChain NewChain() => new(ChainHead.DigestOf(head));

    // Finite gradients can still lead to infinite weights: then the run repeats what it did since it was last saved.
    private void RewindToFinite(TrainingRun run)
    {
        if (run.IsFinite)
        {
            return;
        }

        var last = run.Step;
        if (!TryRead(run.TokensPerStep, out var good) || good.Step == last)
        {
            (good, chain) = (TrainingState.Initial(item, start), NewChain());
        }

        run.Restore(good);
        while (run.Step < last)
        {
            Keep(run);
            good = run.Capture();
            run.Advance();
            if (!run.IsFinite)
            {
                break;
            }
        }

        run.Restore(good);
    }

    private bool TryRead(long tokensPerStep, out TrainingState state)
    {
        (state, chain) = (null!, NewChain());
        if (!Offered || !File.Exists(statePath))
        {
            return false;
        }

        try
        {
            var read = NewChain();
            state = ResumeFile.Read(statePath, header, tokensPerStep, schedule.Entries, read);
            new KeptStates(kept, header, item.Schedule, schedule).Check(read.Rows, state.Losses, job.Cancellation);
            chain = read;
            return true;
        }
        catch (InputException e)
        {
            job.Log.WriteLine($"starts anew: {e.Message}");
            return false;
        }
    }
}
