namespace Research.Numerics.Devices;

/// <summary>A contiguous part of a device buffer: what a kernel reads or writes.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Offset">First element.</param>
/// <param name="Length">Number of elements.</param>
public readonly record struct FloatView(FloatBuffer Buffer, int Offset, int Length)
{
    /// <summary>A part of this part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part leaves the view.</exception>
    public FloatView Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new FloatView(Buffer, Offset + offset, length);
    }
}
