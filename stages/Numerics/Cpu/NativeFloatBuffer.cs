using System.Runtime.InteropServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>
/// Floats outside the managed heap, aligned to a cache line; a kernel may read (never write) a little past the end.
/// </summary>
internal sealed unsafe class NativeFloatBuffer : FloatBuffer
{
    /// <summary>Floats that may be read past the end.</summary>
    public const int Padding = 64;

    private readonly MemoryAccount account;
    private float* memory;

    public NativeFloatBuffer(int length, MemoryAccount account)
        : base(length)
    {
        this.account = account;
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var bytes = ((long)length + Padding) * sizeof(float);
        memory = LargeMemory.Allocate((long)length + Padding);
        NativeMemory.Clear(memory, (nuint)bytes);
        GC.AddMemoryPressure(bytes);
        account.Add(bytes);
    }

    ~NativeFloatBuffer() => Dispose(false);

    /// <summary>First element of a view of such a buffer.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static float* Of(FloatView view)
    {
        if (view.Buffer is not NativeFloatBuffer buffer)
            throw new ArgumentException("The buffer belongs to another device.", nameof(view));
        ObjectDisposedException.ThrowIf(buffer.memory == null, buffer);
        return buffer.memory + view.Offset;
    }

    public override void Write(ReadOnlySpan<float> source, int offset = 0)
    {
        source.CopyTo(Span(offset));
        GC.KeepAlive(this);
    }

    public override void Read(Span<float> destination, int offset = 0)
    {
        Span(offset)[..destination.Length].CopyTo(destination);
        GC.KeepAlive(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (memory == null)
            return;
        LargeMemory.Free(memory);
        memory = null;
        GC.RemoveMemoryPressure(((long)Length + Padding) * sizeof(float));
        account.Add(-((long)Length + Padding) * sizeof(float));
    }

    private Span<float> Span(int offset)
    {
        ObjectDisposedException.ThrowIf(memory == null, this);
        return new Span<float>(memory, Length)[offset..];
    }
}
