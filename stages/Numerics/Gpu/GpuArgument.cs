using System.Runtime.InteropServices;

namespace Research.Numerics.Gpu;

/// <summary>One argument of a kernel: memory (8 bytes: a handle or an address), an integer or a float (4 bytes).</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal readonly struct GpuArgument
{
    [FieldOffset(0)]
    private readonly nint memory;

    [FieldOffset(0)]
    private readonly int integer;

    [FieldOffset(0)]
    private readonly float number;

    /// <summary>Bytes that the kernel takes, from the beginning of the struct.</summary>
    [FieldOffset(8)]
    public readonly int Size;

    private GpuArgument(nint memory) => (this.memory, Size) = (memory, sizeof(long));

    private GpuArgument(int integer) => (this.integer, Size) = (integer, sizeof(int));

    private GpuArgument(float number) => (this.number, Size) = (number, sizeof(float));

    public static implicit operator GpuArgument(nint memory) => new(memory);

    public static implicit operator GpuArgument(int integer) => new(integer);

    public static implicit operator GpuArgument(float number) => new(number);
}
