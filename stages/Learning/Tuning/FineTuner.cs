using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Numerics.Devices;

namespace Research.Learning.Tuning;

/// <summary>Fine-tunes a trained model: the job of the fine-tuning stage.</summary>
public static class FineTuner
{
    /// <summary>
    /// Goes on from the final weights of a checkpoint with another text, by the same loop as <see cref="Trainer"/>: with its
    /// snapshots, digest chain and resumption. The result holds the merged weights, which every reader of checkpoints takes, and
    /// the adapter's A and B beside them.
    /// </summary>
    /// <param name="item">What to do.</param>
    /// <param name="checkpoint">The result of <see cref="FineTuning.Base"/>.</param>
    /// <param name="corpus">The text; it must have the characters that the model knows.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="job">Threads, progress, cancellation, resume folder.</param>
    /// <exception cref="InputException">
    /// The checkpoint is damaged, of another shape or of another vocabulary; the corpus is too short; or the training diverged.
    /// </exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Tune(FineTuning item, Checkpoint checkpoint, TokenText corpus, Checkpoint output, JobContext job)
    {
        item.Validate();
        using var device = ComputeDevice.For(job);
        Tune(item, checkpoint, corpus, output, job, device);
    }

    /// <summary>The same on a given device.</summary>
    internal static void Tune(
        FineTuning item, Checkpoint checkpoint, TokenText corpus, Checkpoint output, JobContext job, Device device)
    {
        var start = Start(item, checkpoint, corpus);
        Trainer.Train(item.AsTraining(), corpus, output, job, device, start: start);
    }

    /// <summary>What the fine-tuning begins with.</summary>
    /// <exception cref="InputException">The checkpoint is damaged, or does not fit the item or the corpus.</exception>
    internal static TuningStart Start(FineTuning item, Checkpoint checkpoint, TokenText corpus)
    {
        var (header, weights) = ParameterFile.ReadWeights(checkpoint.Final);
        if (!header.Vocabulary.Equals(corpus.Vocabulary))
        {
            throw new InputException(
                $"the checkpoint's model knows {Describe(header.Vocabulary)}, the text to tune on has {Describe(corpus.Vocabulary)}",
                item.ToString(), "Fine-tune on a text of exactly the model's characters, or train a model on a text that has them all.");
        }

        header.RequireModel(item.Base.Model, corpus.Vocabulary, checkpoint.Final);
        Trainer.Require(item.AsTraining(), corpus);
        return TuningStart.From(item, weights);
    }

    private static string Describe(Data.Vocabulary vocabulary) =>
        $"{vocabulary.Count} characters, '{vocabulary.Characters.Replace("\n", "\\n", StringComparison.Ordinal)}'";
}
