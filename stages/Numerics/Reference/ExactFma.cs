using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using Fma3 = System.Runtime.Intrinsics.X86.Fma;

namespace Research.Numerics.Reference;

/// <summary>
/// The fused multiply-add of every kernel: a·b + c rounded once to float (IEEE 754, ties to even). Where the processor
/// has no such instruction the runtime falls back on the C library, which is slow and on some systems rounds twice; the
/// emulation here gives the same bits everywhere.
/// </summary>
public static class ExactFma
{
    /// <summary>Whether the processor fuses in hardware.</summary>
    public static bool IsHardware => Fma3.IsSupported || AdvSimd.IsSupported;

    /// <summary>a·b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Compute(float a, float b, float c) =>
        IsHardware ? MathF.FusedMultiplyAdd(a, b, c) : Emulate(a, b, c);

    /// <summary>
    /// The same from double-precision operations: the product of two floats is exact in double; the sum is rounded to
    /// odd, so that the final rounding to float sees on which side of a tie the exact value lies.
    /// </summary>
    public static float Emulate(float a, float b, float c)
    {
        var product = (double)a * b;
        var sum = product + c;
        if (!double.IsFinite(sum))
            return (float)sum;
        var addend = sum - product;
        var error = (product - (sum - addend)) + (c - addend);
        var bits = BitConverter.DoubleToInt64Bits(sum);
        if (error != 0 && (bits & 1) == 0)
            bits += error > 0 == sum > 0 ? 1 : -1;
        return (float)BitConverter.Int64BitsToDouble(bits);
    }
}
