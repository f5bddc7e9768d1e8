using System.Runtime.InteropServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <summary>
/// Integers in a GPU's memory, with a copy on the host: kernels use them as indices, which are checked before they run.
/// </summary>
internal sealed class GpuIntBuffer : IntBuffer
{
    private readonly GpuDriver driver;
    private readonly int[] copy;
    private nint memory;

    /// <summary>New memory of zeros.</summary>
    public GpuIntBuffer(GpuDriver driver, int length)
        : base(length)
    {
        this.driver = driver;
        copy = new int[length];
        memory = driver.Allocate((long)length * sizeof(int));
        Write(copy);
    }

    ~GpuIntBuffer() => Dispose(false);

    /// <summary>The memory, as a kernel takes it.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static nint Of(IntBuffer buffer)
    {
        var own = Own(buffer);
        ObjectDisposedException.ThrowIf(own.memory == 0, own);
        return own.memory;
    }

    /// <summary>The memory, after a check that its first elements are from <paramref name="least"/> on and below an end.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's, or an element is out of range.</exception>
    public static nint Indices(IntBuffer buffer, int count, int least, int end)
    {
        if (Own(buffer).copy.AsSpan(0, count).ContainsAnyExceptInRange(least, end - 1))
            throw new ArgumentException($"An index is not in [{least}, {end}).", nameof(buffer));
        return Of(buffer);
    }

    /// <summary>What the buffer holds.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's.</exception>
    public static ReadOnlySpan<int> Copy(IntBuffer buffer) => Own(buffer).copy;

    public override void Write(ReadOnlySpan<int> source, int offset = 0)
    {
        ObjectDisposedException.ThrowIf(memory == 0, this);
        source.CopyTo(copy.AsSpan(offset));
        driver.Write(memory, (long)offset * sizeof(int), MemoryMarshal.AsBytes(source));
        GC.KeepAlive(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (memory == 0) return;
        driver.Free(memory);
        memory = 0;
    }

    private static GpuIntBuffer Own(IntBuffer buffer) =>
        buffer as GpuIntBuffer ?? throw new ArgumentException("The buffer belongs to another device.", nameof(buffer));
}
