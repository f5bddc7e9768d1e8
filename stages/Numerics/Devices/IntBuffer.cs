namespace Research.Numerics.Devices;

/// <summary>
/// A block of 32-bit integers in a device's memory (token indices, targets, positions); zero when new.
/// </summary>
public abstract class IntBuffer(int length) : IDisposable
{
    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>Copies host memory into the buffer, from element <paramref name="offset"/> on.</summary>
    public abstract void Write(ReadOnlySpan<int> source, int offset = 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory.</summary>
    protected abstract void Dispose(bool disposing);
}
