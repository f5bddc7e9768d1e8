using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu.Simd;

/// <summary>Masks for the last block of 32 elements of a row.</summary>
internal static unsafe class LaneMask
{
    private static ReadOnlySpan<int> Bits =>
    [
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>
    /// Where to load 32 lanes of which the first <paramref name="valid"/> (0 to 32) have all bits set, the others none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* First(int valid) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Bits)) + (RowSum.Lanes - valid);
}
