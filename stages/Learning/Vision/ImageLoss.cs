using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Learning.Vision;

/// <summary>Loss of a network on a batch of images, and the gradient of its parameters.</summary>
internal sealed class ImageLoss : IDisposable
{
    private readonly ImageTraining item;
    private readonly LabelledImages images;
    private readonly Network network;
    private readonly Device device;
    private readonly FloatBuffer all;
    private readonly FloatBuffer x;
    private readonly FloatBuffer losses;
    private readonly FloatBuffer gradient;
    private readonly IntBuffer indices;
    private readonly IntBuffer targets;
    private readonly float[] rowLosses;

    /// <exception cref="InputException">The network has other inputs or outputs than the images ask for.</exception>
    public ImageLoss(ImageTraining item, LabelledImages images, Network network, Device device)
    {
        (this.item, this.images, this.network, this.device) = (item, images, network, device);
        var outputs = item.Layout.Outputs;
        var fits = item.Objective == ImageObjective.Reconstruct
            ? outputs == images.Size.Length : images.Classes.Max() < outputs;
        if (images.Count == 0 || images.Size != item.Input || !fits)
        {
            throw new InputException(
                $"a network from {item.Input} to {outputs} numbers does not fit {images.Count} images of {images.Size}", item.Name,
                "Give images of the network's size, with no more classes than it has outputs.");
        }

        var batch = item.Schedule.Batch;
        all = device.Floats(checked(images.Count * images.Size.Length));
        all.Write(images.Numbers(0, images.Count));
        (x, losses, gradient) = (device.Floats(batch * images.Size.Length), device.Floats(batch), device.Floats(batch * outputs));
        (indices, targets, rowLosses) = (device.Ints(batch), device.Ints(batch), new float[batch]);
    }

    /// <summary>Leaves the gradient of the mean loss in the network.</summary>
    /// <param name="chosen">Numbers of the images of the batch.</param>
    /// <returns>The mean loss: squared error of a pixel, or nats.</returns>
    public double Compute(ReadOnlySpan<int> chosen)
    {
        var (count, pixels, outputs) = (chosen.Length, images.Size.Length, gradient.Length / rowLosses.Length);
        indices.Write(chosen);
        device.GatherRows(count, pixels, indices, all.All, x.All);
        var y = network.Forward(count, x.All);
        if (item.Objective == ImageObjective.Reconstruct)
        {
            device.SquaredError(count, pixels, y, x.All, (float)(2.0 / ((double)count * pixels)), losses.All, gradient.All);
        }
        else
        {
            var labels = new int[count];
            for (var i = 0; i < count; i++)
            {
                labels[i] = images.Classes[chosen[i]];
            }

            targets.Write(labels);
            device.CrossEntropy(count, outputs, y, targets, (float)(1.0 / count), losses.All, gradient.All);
        }

        network.Backward(count, x.All, gradient.All);
        losses.Read(rowLosses);
        return Mean() / (item.Objective == ImageObjective.Reconstruct ? pixels : 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in (IEnumerable<IDisposable>)[all, x, losses, gradient, indices, targets])
        {
            buffer.Dispose();
        }
    }

    // Rule S5: losses are summed in order, in double precision.
    private double Mean()
    {
        var sum = 0.0;
        foreach (var loss in rowLosses)
        {
            sum += loss;
        }

        return sum / rowLosses.Length;
    }
}
