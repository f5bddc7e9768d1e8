using System.Runtime.CompilerServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>Integers for kernels of the CPU, at a fixed address.</summary>
internal sealed class NativeIntBuffer(int length) : IntBuffer(length)
{
    private readonly int[] values = GC.AllocateArray<int>(Math.Max(length, 1), pinned: true);

    /// <summary>First element of such a buffer.</summary>
    /// <exception cref="ArgumentException">The buffer is another device's.</exception>
    public static unsafe int* Of(IntBuffer buffer)
    {
        if (buffer is not NativeIntBuffer native)
            throw new ArgumentException("The buffer belongs to another device.", nameof(buffer));
        return (int*)Unsafe.AsPointer(ref native.values[0]);
    }

    public override void Write(ReadOnlySpan<int> source, int offset = 0) =>
        source.CopyTo(values.AsSpan(offset, Length - offset));

    protected override void Dispose(bool disposing)
    {
    }
}
