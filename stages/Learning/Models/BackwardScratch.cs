using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>Room for the gradients of activations, shared by all blocks.</summary>
internal sealed class BackwardScratch(Device device, int rows, int width) : IDisposable
{
    private readonly FloatBuffer stream = device.Floats(rows * width);
    private readonly FloatBuffer narrow = device.Floats(rows * width);
    private readonly FloatBuffer wide = device.Floats(4 * rows * width);

    /// <summary>Gradient of the residual stream, [rows, width].</summary>
    public FloatView Stream => stream.All;

    /// <summary>Gradient of a normed stream or of the heads' outputs, [rows, width].</summary>
    public FloatView Narrow => narrow.All;

    /// <summary>Gradient of the MLP's inner layer, [rows, 4 width], or of queries, keys and values.</summary>
    public FloatView Wide => wide.All;

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        narrow.Dispose();
        wide.Dispose();
    }
}
