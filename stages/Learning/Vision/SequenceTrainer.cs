using Research.Jobs;
using Research.Learning.Models;
using Research.Learning.Optimization;
using Research.Numerics;

namespace Research.Learning.Vision;

/// <summary>Trains a transformer on sequences of images and labels. A run takes seconds and is not resumable.</summary>
public static class SequenceTrainer
{
    /// <summary>Trains a transformer and writes its checkpoint.</summary>
    /// <param name="item">What to train; the sequences of update s are step s of the stream <c>sequences</c>.</param>
    /// <param name="images">What it learns from.</param>
    /// <param name="output">Receives weights and loss curve.</param>
    /// <param name="job">Threads, progress, cancellation.</param>
    /// <exception cref="InputException">The images do not fit, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Train(SequenceTraining item, LabelledImages images, NetworkCheckpoint output, JobContext job)
    {
        if (images.Size != item.Input || images.Classes.Max() >= item.Model.Vocabulary)
        {
            throw new InputException(
                $"a model of {item.Model.Vocabulary} classes of {item.Input} does not fit images of {images.Size}", item.Name,
                "Give images of the model's size, with no more classes than it has.");
        }

        using var device = ComputeDevice.For(job);
        var schedule = item.Schedule.Validate(item.Name);
        var (model, embedding) = (new GptLayout(item.Model.Validate(item.Name)), item.EmbeddingLayout);
        using var network = new SequenceNetwork(
            item, device, Initialization.Draw(model, item.Seed), Network.Initialize(embedding, item.Seed), schedule.Batch);
        using var first = new AdamWOptimizer(network.Transformer, schedule);
        using var second = new AdamWOptimizer(device, network.Embedding.Parameters, embedding.UndecayedCount, schedule);
        var sequences = new ImageSequences(images, item.Pairs, new Philox(item.Seed, "sequences"));
        var chosen = new int[schedule.Batch * item.Pairs];
        var (pixels, labels) = (new float[chosen.Length * images.Size.Length], new int[chosen.Length]);
        var curve = new List<LossRow>(schedule.Steps);
        while (curve.Count < schedule.Steps)
        {
            var number = curve.Count + 1;
            sequences.Draw(number, item.Bursty, chosen);
            for (var i = 0; i < chosen.Length; i++)
            {
                images.Numbers(chosen[i], 1).CopyTo(pixels, i * images.Size.Length);
                labels[i] = images.Classes[chosen[i]];
            }

            var loss = network.Compute(pixels, labels);
            // One norm over all parameters, the transformer's first.
            var squares = device.SumOfSquares(network.Gradients.All) + device.SumOfSquares(network.Embedding.Gradients.All);
            curve.Add(TrainingProgress.Row(
                item.Name, number, loss, LearningRate.Of(schedule, number), squares, (long)number * chosen.Length));
            first.Update(network.Gradients, curve[^1].GradientNorm);
            second.Update(network.Embedding.Gradients, curve[^1].GradientNorm);
            TrainingProgress.Tell(job, curve[^1], schedule.Steps, "images");
        }

        var weights = new float[embedding.ParameterCount];
        network.Embedding.Parameters.Read(weights);
        var transformer = network.Transformer.ReadParameters();
        output.Write(
            item.Name,
            model.Tensors.Select(tensor => (tensor, transformer)).Concat(embedding.Tensors.Select(tensor => (tensor, weights))), curve);
    }
}
