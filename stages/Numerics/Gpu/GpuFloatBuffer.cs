using System.Runtime.InteropServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <summary>Floats in a GPU's memory.</summary>
internal sealed class GpuFloatBuffer : FloatBuffer
{
    private readonly GpuDriver driver;
    private nint memory;

    /// <summary>New memory with any contents.</summary>
    public GpuFloatBuffer(GpuDriver driver, int length)
        : base(length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        this.driver = driver;
        memory = driver.Allocate((long)length * sizeof(float));
    }

    ~GpuFloatBuffer() => Dispose(false);

    /// <summary>The memory of a view's buffer, as a kernel takes it.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static nint Of(FloatView view)
    {
        if (view.Buffer is not GpuFloatBuffer buffer)
            throw new ArgumentException("The buffer belongs to another device.", nameof(view));
        ObjectDisposedException.ThrowIf(buffer.memory == 0, buffer);
        return buffer.memory;
    }

    public override void Write(ReadOnlySpan<float> source, int offset = 0)
    {
        Check(source.Length, offset);
        driver.Write(memory, (long)offset * sizeof(float), MemoryMarshal.AsBytes(source));
        GC.KeepAlive(this);
    }

    public override void Read(Span<float> destination, int offset = 0)
    {
        Check(destination.Length, offset);
        driver.Read(memory, (long)offset * sizeof(float), MemoryMarshal.AsBytes(destination));
        GC.KeepAlive(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (memory == 0) return;
        driver.Free(memory);
        memory = 0;
    }

    private void Check(int length, int offset)
    {
        ObjectDisposedException.ThrowIf(memory == 0, this);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
    }
}
