namespace Research.Numerics.Devices;

/// <summary>Integers in an ordinary array.</summary>
internal sealed class ManagedIntBuffer(int length) : IntBuffer(length)
{
    private readonly int[] values = new int[length];

    /// <summary>The memory of such a buffer.</summary>
    public static ReadOnlySpan<int> Of(IntBuffer buffer) => ((ManagedIntBuffer)buffer).values;

    public override void Write(ReadOnlySpan<int> source, int offset = 0) => source.CopyTo(values.AsSpan(offset));

    protected override void Dispose(bool disposing)
    {
    }
}
