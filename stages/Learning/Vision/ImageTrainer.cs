using Research.Jobs;
using Research.Learning.Optimization;
using Research.Numerics;

namespace Research.Learning.Vision;

/// <summary>Trains a feed-forward network on images. A run takes seconds and is not resumable.</summary>
public static class ImageTrainer
{
    /// <summary>Trains a network and writes its checkpoint.</summary>
    /// <param name="item">What to train. Image r of update s is draw r of step s of the stream <c>images</c>.</param>
    /// <param name="images">What it learns from.</param>
    /// <param name="output">Receives weights and loss curve.</param>
    /// <param name="job">Threads, progress, cancellation.</param>
    /// <exception cref="InputException">The network does not fit the images, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Train(ImageTraining item, LabelledImages images, NetworkCheckpoint output, JobContext job)
    {
        using var device = ComputeDevice.For(job);
        var layout = item.Layout;
        var schedule = item.Schedule.Validate(item.Name);
        using var network = new Network(layout, device, Network.Initialize(layout, item.Seed), schedule.Batch);
        using var optimizer = new AdamWOptimizer(device, network.Parameters, layout.UndecayedCount, schedule);
        using var step = new ImageLoss(item, images, network, device);
        var philox = new Philox(item.Seed, "images");
        var curve = new List<LossRow>(schedule.Steps);
        var chosen = new int[schedule.Batch];
        while (curve.Count < schedule.Steps)
        {
            var number = curve.Count + 1;
            for (var row = 0; row < chosen.Length; row++)
            {
                chosen[row] = philox.Below(images.Count, row, (uint)number);
            }

            var loss = step.Compute(chosen);
            var rate = LearningRate.Of(schedule, number);
            curve.Add(TrainingProgress.Row(
                item.Name, number, loss, rate, device.SumOfSquares(network.Gradients.All), (long)number * chosen.Length));
            optimizer.Update(network.Gradients, curve[^1].GradientNorm);
            TrainingProgress.Tell(job, curve[^1], schedule.Steps, "images");
        }

        var weights = new float[layout.ParameterCount];
        network.Parameters.Read(weights);
        output.Write(item.Name, layout.Tensors.Select(tensor => (tensor, weights)), curve);
    }
}
