using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Research.Numerics.Cpu;

/// <summary>
/// Asks the processor for memory that a kernel is about to use and whose pattern it would not guess. Without effect where
/// the runtime offers no such instruction.
/// </summary>
internal static unsafe class Prefetch
{
    // Bytes of a cache line.
    private const int LineLength = 64;

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
    /// The same for the few rows of a tile, about as long as a line: inlined, without a look at where lines begin.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(float* first, int rows, nint stride, int length)
    {
        if (!Sse.IsSupported)
            return;
        for (var r = 0; r < rows; r++, first += stride)
        {
            for (var i = 0; i < length; i += LineLength / sizeof(float))
                Sse.Prefetch0(first + i);
        }
    }
}
