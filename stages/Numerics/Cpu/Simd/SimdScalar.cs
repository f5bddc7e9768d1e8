using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu.Simd;

/// <summary>One lane: any processor; fused multiply-add is emulated where the hardware has none.</summary>
internal readonly unsafe struct SimdScalar : ISimd<float>
{
    public static int Width => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(float* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, float value) => *destination = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(float* destination, float value, int count)
    {
        if (count > 0)
            *destination = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Broadcast(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadFoursOfRows(float* source, nint row) => source[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SpreadInFours(float a, int lane) => a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadFours(float* source) => source[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Four(float a, int index) => Vector128.CreateScalar(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Add(float a, float b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Subtract(float a, float b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Multiply(float a, float b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float a, float b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SquareRoot(float a) => MathF.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FusedMultiplyAdd(float a, float b, float c) => ExactFma.Compute(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Larger(float a, float b) => a > b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smaller(float a, float b) => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float And(float a, float mask) => BitConverter.Int32BitsToSingle(
        BitConverter.SingleToInt32Bits(a) & BitConverter.SingleToInt32Bits(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Select(float mask, float a, float b) => BitConverter.SingleToInt32Bits(mask) != 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PowerOfTwo(float shifted) =>
        BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(shifted) << 23) + 0x3F800000);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldSum(float a) => a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldLarger(float a) => a;
}
