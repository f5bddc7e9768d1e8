namespace Research.Numerics.Cpu;

/// <summary>
/// Scratch memory that grows to the largest request and is then reused; contents do not survive a request.
/// </summary>
internal sealed unsafe class Workspace : IDisposable
{
    private float* memory;
    private long capacity;

    /// <summary>Bytes held.</summary>
    public long Bytes => capacity * sizeof(float);

    /// <summary>At least <paramref name="length"/> floats, aligned to a cache line.</summary>
    public float* Reserve(long length)
    {
        if (length > capacity)
        {
            LargeMemory.Free(memory);
            memory = null;
            capacity = 0;
            memory = LargeMemory.Allocate(length + NativeFloatBuffer.Padding);
            capacity = length;
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
