using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Research.Numerics.Cpu;

/// <summary>
/// Asks the processor for memory that a kernel is about to use and whose pattern it would not guess. Without effect where
/// the runtime offers no such instruction.
/// </summary>
internal static unsafe class Prefetch
{
    /// <summary>Floats of a cache line.</summary>
    public const int LineFloats = 16;

    // Bytes of a cache line.
    private const int LineLength = LineFloats * sizeof(float);

    /// <summary>Whether the runtime offers it.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Sse.IsSupported;
    }

    /// <summary>
    /// <paramref name="rows"/> rows of <paramref name="length"/> floats, <paramref name="stride"/> floats apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Rows(float* first, int rows, nint stride, int length)
    {
        if (!Sse.IsSupported)
            return;
        for (var r = 0; r < rows; r++, first += stride)
        {
            var line = (byte*)((nuint)first & ~(nuint)(LineLength - 1));
            for (var end = (byte*)(first + length); line < end; line += LineLength)
                Sse.Prefetch0(line);
        }
    }

    /// <summary>
    /// One line, into the second-level cache: its answer needs no room in the first, which a pattern of steps may have filled.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(float* at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(at);
    }

    /// <summary>One line, into the first-level cache: stores leave the processor in order, so that one that waits holds up all behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LineToWrite(float* at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(at);
    }
}
