using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>Room for the gradients of activations, shared by all blocks.</summary>
internal sealed class BackwardScratch(Device device, int rows, int width) : IDisposable
{
    private readonly Arena arena = new(device, rows * width, 4 * rows * width);

    /// <summary>Gradient of a normed stream or of the heads' outputs, [rows, width].</summary>
    public FloatView Narrow => arena[0];

    /// <summary>Gradient of the MLP's inner layer, [rows, 4 width], or of queries, keys and values.</summary>
    public FloatView Wide => arena[1];

    /// <inheritdoc/>
    public void Dispose() => arena.Dispose();
}
