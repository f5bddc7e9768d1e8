using Research.Jobs;
using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Vision;

/// <summary>A trained transformer of images and labels.</summary>
public sealed class SequenceModel : IDisposable
{
    private const int Batch = 50;

    private readonly SequenceTraining item;
    private readonly Device device;
    private readonly SequenceNetwork network;

    private SequenceModel(SequenceTraining item, Device device, SequenceNetwork network) =>
        (this.item, this.device, this.network) = (item, device, network);

    /// <summary>Loads a model.</summary>
    /// <exception cref="InputException">The checkpoint is missing, malformed or another model's.</exception>
    public static SequenceModel Load(SequenceTraining item, NetworkCheckpoint checkpoint, JobContext job)
    {
        var transformer = checkpoint.Read(new GptLayout(item.Model.Validate(item.Name)).Tensors);
        var embedding = checkpoint.Read(item.EmbeddingLayout.Tensors);
        var device = ComputeDevice.For(job);
        return new SequenceModel(item, device, new SequenceNetwork(item, device, transformer, embedding, Batch));
    }

    /// <summary>Logits of the label of each image of whole sequences, given the images and true labels before it.</summary>
    /// <param name="images">The images.</param>
    /// <param name="chosen">Their numbers, [sequences, pairs].</param>
    /// <param name="cancellation">Checked at each batch.</param>
    /// <returns>[sequences, pairs, classes].</returns>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public float[] Logits(LabelledImages images, int[] chosen, CancellationToken cancellation)
    {
        var (pixels, classes) = (images.Size.Length, item.Model.Vocabulary);
        var result = new float[chosen.Length * classes];
        foreach (var first in Enumerable.Range(0, (chosen.Length + (Batch * item.Pairs) - 1) / (Batch * item.Pairs)).Select(i => i * Batch * item.Pairs))
        {
            cancellation.ThrowIfCancellationRequested();
            var part = chosen[first..Math.Min(first + (Batch * item.Pairs), chosen.Length)];
            var x = new float[part.Length * pixels];
            for (var i = 0; i < part.Length; i++)
            {
                images.Numbers(part[i], 1).CopyTo(x, i * pixels);
            }

            var logits = network.Forward(x, Array.ConvertAll(part, image => images.Classes[image]));
            var values = new float[logits.Length];
            logits.Buffer.Read(values, logits.Offset);
            for (var i = 0; i < part.Length; i++)
            {
                var row = (i / item.Pairs * item.Time) + (2 * (i % item.Pairs));
                values.AsSpan(row * classes, classes).CopyTo(result.AsSpan((first + i) * classes));
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        network.Dispose();
        device.Dispose();
    }
}
