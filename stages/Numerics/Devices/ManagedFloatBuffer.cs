namespace Research.Numerics.Devices;

/// <summary>Floats in an ordinary array.</summary>
internal sealed class ManagedFloatBuffer(int length) : FloatBuffer(length)
{
    private readonly float[] values = new float[length];

    /// <summary>The memory of a view of such a buffer.</summary>
    public static Span<float> Of(FloatView view) =>
        ((ManagedFloatBuffer)view.Buffer).values.AsSpan(view.Offset, view.Length);

    public override void Write(ReadOnlySpan<float> source, int offset = 0) => source.CopyTo(values.AsSpan(offset));

    public override void Read(Span<float> destination, int offset = 0) =>
        values.AsSpan(offset, destination.Length).CopyTo(destination);

    protected override void Dispose(bool disposing)
    {
    }
}
