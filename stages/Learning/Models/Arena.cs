using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// Tensors in one buffer, each from the beginning of a cache line: one large block of memory is cheaper to walk through than many
/// small ones.
/// </summary>
internal sealed class Arena : IDisposable
{
    // Floats of a cache line.
    private const int Line = 16;

    private readonly FloatBuffer buffer;
    private readonly FloatView[] tensors;

    /// <param name="device">Where the memory lies.</param>
    /// <param name="lengths">Length of each tensor.</param>
    public Arena(Device device, params ReadOnlySpan<int> lengths)
    {
        var total = 0;
        foreach (var length in lengths)
        {
            total = checked(total + Padded(length));
        }

        buffer = device.Floats(total);
        tensors = new FloatView[lengths.Length];
        for (int i = 0, offset = 0; i < lengths.Length; offset += Padded(lengths[i]), i++)
        {
            tensors[i] = buffer.Slice(offset, lengths[i]);
        }
    }

    /// <summary>A tensor, by its place in the list of lengths.</summary>
    public FloatView this[int index] => tensors[index];

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    private static int Padded(int length) => checked(length + Line - 1) / Line * Line;
}
