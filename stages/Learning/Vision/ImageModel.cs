using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Learning.Vision;

/// <summary>A trained network of images.</summary>
public sealed class ImageModel : IDisposable
{
    private const int Batch = 250;

    private readonly ImageTraining item;
    private readonly Device device;
    private readonly Network network;

    private ImageModel(ImageTraining item, Device device, Network network) => (this.item, this.device, this.network) = (item, device, network);

    /// <summary>Loads a network.</summary>
    /// <exception cref="InputException">The checkpoint is missing, malformed or another network's.</exception>
    public static ImageModel Load(ImageTraining item, NetworkCheckpoint checkpoint, JobContext job)
    {
        var layout = item.Layout;
        var parameters = checkpoint.Read(layout.Tensors);
        var device = ComputeDevice.For(job);
        return new ImageModel(item, device, new Network(layout, device, parameters, Batch));
    }

    /// <summary>Outputs of the network for images, [images, outputs].</summary>
    /// <exception cref="ArgumentException">The images have another size.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public float[] Outputs(LabelledImages images, CancellationToken cancellation)
    {
        if (images.Size != item.Input)
        {
            throw new ArgumentException($"{images.Size} is not {item.Input}", nameof(images));
        }

        var outputs = item.Layout.Outputs;
        var result = new float[images.Count * outputs];
        using var x = device.Floats(Batch * images.Size.Length);
        for (var first = 0; first < images.Count; first += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Batch, images.Count - first);
            x.Write(images.Numbers(first, count));
            var y = network.Forward(count, x.Slice(0, count * images.Size.Length));
            y.Buffer.Read(result.AsSpan(first * outputs, count * outputs), y.Offset);
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
