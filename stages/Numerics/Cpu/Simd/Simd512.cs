using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TVector = System.Runtime.Intrinsics.Vector512<float>;

namespace Research.Numerics.Cpu.Simd;

/// <summary>16 lanes: AVX-512.</summary>
internal readonly unsafe struct Simd512 : ISimd<TVector>
{
    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(float* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, TVector value) => Vector512.Store(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(float* destination, TVector value, int count)
    {
        if (count < Width / 2)
        {
            Simd256.StoreFirst(destination, value.GetLower(), count);
            return;
        }

        Simd256.Store(destination, value.GetLower());
        Simd256.StoreFirst(destination + (Width / 2), value.GetUpper(), count - (Width / 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFoursOfRows(float* source, nint row) =>
        Vector512.Create(Simd256.LoadFoursOfRows(source, row), Simd256.LoadFoursOfRows(source + (2 * row), row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SpreadInFours(TVector a, int lane) => lane switch
    {
        _ when !Avx512F.IsSupported => Vector512.Create(Simd256.SpreadInFours(a.GetLower(), lane), Simd256.SpreadInFours(a.GetUpper(), lane)),
        0 => Avx512F.Permute4x32(a, 0b00000000),
        1 => Avx512F.Permute4x32(a, 0b01010101),
        2 => Avx512F.Permute4x32(a, 0b10101010),
        _ => Avx512F.Permute4x32(a, 0b11111111),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFours(float* source) => Avx512F.IsSupported
        ? Avx512F.BroadcastVector128ToVector512(source)
        : Vector512.Create(Simd256.LoadFours(source), Simd256.LoadFours(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Four(TVector a, int index) => Simd256.Four(index < 2 ? a.GetLower() : a.GetUpper(), index % 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, TVector b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply(TVector a, TVector b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Divide(TVector a, TVector b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SquareRoot(TVector a) => Vector512.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector FusedMultiplyAdd(TVector a, TVector b, TVector c) => Vector512.FusedMultiplyAdd(a, b, c);

    // x86's instruction is defined as this comparison, zeros of either sign and NaN included.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Larger(TVector a, TVector b) =>
        Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Smaller(TVector a, TVector b) =>
        Avx512F.IsSupported ? Avx512F.Min(a, b) : Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector And(TVector a, TVector mask) => a & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Select(TVector mask, TVector a, TVector b) => Vector512.ConditionalSelect(mask, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PowerOfTwo(TVector shifted) =>
        ((shifted.AsInt32() << 23) + Vector512.Create(0x3F800000)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldSum(TVector a) =>
        Simd256.FoldSum(a.GetLower() + a.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldLarger(TVector a) =>
        Simd256.FoldLarger(Simd256.Larger(a.GetUpper(), a.GetLower()));
}
