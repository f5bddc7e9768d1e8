namespace Research.Numerics.Cpu;

/// <summary>
/// Scratch memory that grows to the largest request and is then reused; contents do not survive a request. It has large pages to
/// itself: what kernels copy there to have it near would be scattered by small ones over a cache's sets as chance has it.
/// </summary>
internal sealed unsafe class Workspace : IDisposable
{
    private float* memory;
    private long capacity;

    /// <summary>Bytes held.</summary>
    public long Bytes => memory == null ? 0 : (capacity + NativeFloatBuffer.Padding) * sizeof(float);

    /// <summary>At least <paramref name="length"/> floats, aligned to a cache line.</summary>
    public float* Reserve(long length)
    {
        if (length > capacity)
        {
            LargeMemory.Free(memory);
            memory = null;
            capacity = 0;
            var floats = LargeMemory.FillingPages(length + NativeFloatBuffer.Padding);
            memory = LargeMemory.Allocate(floats);
            capacity = floats - NativeFloatBuffer.Padding;
        }

        return memory;
    }

    public void Dispose()
    {
        LargeMemory.Free(memory);
        memory = null;
        capacity = 0;
    }
}
