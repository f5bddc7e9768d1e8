namespace Research.Numerics.Gpu;

/// <summary>
/// Scratch memory of a device's kernels: one block that grows to the largest request. What a request returns holds any contents, and
/// is the caller's until the next request; kernels run in order, so that a block may be asked for before the last user of it has finished.
/// </summary>
internal sealed class GpuWorkspace(GpuDriver driver) : IDisposable
{
    private nint memory;
    private long size;

    /// <summary>Counts the blocks so far: a recording of kernels is of no use once the block has been replaced.</summary>
    public int Generation { get; private set; }

    /// <summary>Room for so many floats.</summary>
    public nint Floats(int length) => Bytes((long)length * sizeof(float));

    /// <summary>Room for so many doubles.</summary>
    public nint Doubles(int length) => Bytes((long)length * sizeof(double));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (memory != 0) driver.Free(memory);
        (memory, size) = (0, 0);
    }

    private nint Bytes(long bytes)
    {
        if (bytes <= size && memory != 0) return memory;
        if (memory != 0)
        {
            driver.Finish();
            Dispose();
        }

        memory = driver.Allocate(bytes);
        size = bytes;
        Generation++;
        return memory;
    }
}
