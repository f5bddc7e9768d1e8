namespace Research.Numerics.Devices;

/// <summary>A block of float32 numbers in a device's memory; zero when new.</summary>
public abstract class FloatBuffer(int length) : IDisposable
{
    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>The whole buffer as a view.</summary>
    public FloatView All => new(this, 0, Length);

    /// <summary>A part of the buffer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part leaves the buffer.</exception>
    public FloatView Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new FloatView(this, offset, length);
    }

    /// <summary>
    /// Copies host memory into the buffer, from element <paramref name="offset"/> on; waits for earlier kernels.
    /// </summary>
    public abstract void Write(ReadOnlySpan<float> source, int offset = 0);

    /// <summary>
    /// Copies the buffer into host memory, from element <paramref name="offset"/> on; waits for earlier kernels.
    /// </summary>
    public abstract void Read(Span<float> destination, int offset = 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory.</summary>
    protected abstract void Dispose(bool disposing);
}
