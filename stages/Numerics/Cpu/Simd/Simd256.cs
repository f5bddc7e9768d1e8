using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TVector = System.Runtime.Intrinsics.Vector256<float>;

namespace Research.Numerics.Cpu.Simd;

/// <summary>8 lanes: AVX2 with FMA.</summary>
internal readonly unsafe struct Simd256 : ISimd<TVector>
{
    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(float* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, TVector value) => Vector256.Store(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(float* destination, TVector value, int count)
    {
        if (count < Width / 2)
        {
            Simd128.StoreFirst(destination, value.GetLower(), count);
            return;
        }

        Simd128.Store(destination, value.GetLower());
        Simd128.StoreFirst(destination + (Width / 2), value.GetUpper(), count - (Width / 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFoursOfRows(float* source, nint row) => Vector256.Create(Vector128.Load(source), Vector128.Load(source + row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SpreadInFours(TVector a, int lane) => lane switch
    {
        _ when !Avx.IsSupported => Vector256.Create(Simd128.SpreadInFours(a.GetLower(), lane), Simd128.SpreadInFours(a.GetUpper(), lane)),
        0 => Avx.Permute(a, 0b00000000),
        1 => Avx.Permute(a, 0b01010101),
        2 => Avx.Permute(a, 0b10101010),
        _ => Avx.Permute(a, 0b11111111),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFours(float* source) => Avx.IsSupported
        ? Avx.BroadcastVector128ToVector256(source)
        : Vector256.Create(Vector128.Load(source), Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Four(TVector a, int index) => index == 0 ? a.GetLower() : a.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, TVector b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply(TVector a, TVector b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Divide(TVector a, TVector b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SquareRoot(TVector a) => Vector256.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector FusedMultiplyAdd(TVector a, TVector b, TVector c) => Vector256.FusedMultiplyAdd(a, b, c);

    // x86's instruction is defined as this comparison, zeros of either sign and NaN included.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Larger(TVector a, TVector b) =>
        Avx.IsSupported ? Avx.Max(a, b) : Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Smaller(TVector a, TVector b) =>
        Avx.IsSupported ? Avx.Min(a, b) : Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector And(TVector a, TVector mask) => a & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Select(TVector mask, TVector a, TVector b) => Vector256.ConditionalSelect(mask, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PowerOfTwo(TVector shifted) =>
        ((shifted.AsInt32() << 23) + Vector256.Create(0x3F800000)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldSum(TVector a) =>
        Simd128.FoldSum(a.GetLower() + a.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldLarger(TVector a) =>
        Simd128.FoldLarger(Simd128.Larger(a.GetUpper(), a.GetLower()));
}
