using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Tuning;
using Research.Learning.Optimization;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Learning;

/// <summary>Trains a model on a corpus: the job of the training stage.</summary>
public static class Trainer
{
    private const int LogLines = 50;

    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Trains a model and writes a checkpoint. With a <see cref="JobContext.ResumeFolder"/>, the state is saved there every half
    /// minute, when the user stops and when the training diverges; a later call continues from it and ends with the same bits.
    /// </summary>
    /// <param name="item">What to train.</param>
    /// <param name="corpus">The text; its vocabulary must be as large as the model's.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="job">Threads, progress, cancellation, resume folder.</param>
    /// <exception cref="InputException">The item and the corpus do not fit, the corpus is too short, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Train(Training item, TokenText corpus, Checkpoint output, JobContext job)
    {
        Require(item.Validate(), corpus);
        using var device = ComputeDevice.For(job);
        Train(item, corpus, output, job, device, SaveInterval);
    }

    /// <summary>The same on a given device.</summary>
    internal static void Train(
        Training item, TokenText corpus, Checkpoint output, JobContext job, Device device, TuningStart? start = null) =>
        Train(item, corpus, output, job, device, SaveInterval, start);

    /// <summary>
    /// The same on a given device, with a given time between two savings of the state, from the seed's weights or given ones.
    /// </summary>
    internal static void Train(
        Training item, TokenText corpus, Checkpoint output, JobContext job, Device device, TimeSpan saveInterval,
        TuningStart? start = null)
    {
        try
        {
            using var run = new TrainingRun(item, corpus.Train, device, start);
            Train(item, run, new ResumableCheckpoint(job, item, corpus, output, saveInterval, start), job);
        }
        catch (GpuException e)
        {
            throw ComputeDevice.Refusal(e, item.ToString());
        }
    }

    private static void Train(Training item, TrainingRun run, ResumableCheckpoint checkpoint, JobContext job)
    {
        checkpoint.Restore(run);
        try
        {
            Advance(run, checkpoint, job, item.Schedule.Steps);
            checkpoint.Finish(run);
        }
        catch (DivergenceException e)
        {
            throw checkpoint.Diverged(run, e);
        }
    }

    private static void Advance(TrainingRun run, ResumableCheckpoint checkpoint, JobContext job, int steps)
    {
        try
        {
            checkpoint.Keep(run);
            while (run.Step < steps)
            {
                run.Start();
                checkpoint.Keep(run);
                checkpoint.SaveIfDue(run);
                if (run.Step % Math.Max(1, steps / LogLines) == 0)
                {
                    var row = run.Losses[^1];
                    job.Log.WriteLine($"step {row.Step}: loss {row.Loss:0.0000}, gradient norm {row.GradientNorm:0.000}");
                }

                job.Report(
                    run.Step * run.TokensPerStep, steps * run.TokensPerStep, "tok", run.Latest is { } latest ? $"loss {latest.Loss:0.000}" : "");
            }
        }
        catch (OperationCanceledException)
        {
            checkpoint.Save(run);
            throw;
        }
    }

    /// <summary>Sees that an item and a corpus fit.</summary>
    /// <exception cref="InputException">They do not.</exception>
    internal static void Require(Training item, TokenText corpus)
    {
        if (corpus.Vocabulary.Count != item.Model.Vocabulary)
        {
            throw new InputException(
                $"the corpus has {corpus.Vocabulary.Count} different characters, newline included; the model expects {item.Model.Vocabulary}",
                item.ToString(), $"Set Vocabulary to {corpus.Vocabulary.Count}, or make the corpus larger if characters are missing.");
        }

        if (corpus.Train.Length <= item.Model.Block)
        {
            throw new InputException(
                $"the training text has {corpus.Train.Length} characters, too few for windows of {item.Model.Block} and the one that follows",
                item.ToString(), "Make the corpus larger or Block smaller.");
        }
    }
}
