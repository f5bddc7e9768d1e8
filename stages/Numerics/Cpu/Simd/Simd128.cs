using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TVector = System.Runtime.Intrinsics.Vector128<float>;

namespace Research.Numerics.Cpu.Simd;

/// <summary>4 lanes: x86 with FMA, and Arm (NEON).</summary>
internal readonly unsafe struct Simd128 : ISimd<TVector>
{
    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(float* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, TVector value) => Vector128.Store(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(float* destination, TVector value, int count)
    {
        if (count == Width)
        {
            Store(destination, value);
            return;
        }

        if (count > 0)
            destination[0] = value.ToScalar();
        if (count > 1)
            destination[1] = value.GetElement(1);
        if (count > 2)
            destination[2] = value.GetElement(2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFoursOfRows(float* source, nint row) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SpreadInFours(TVector a, int lane) => Vector128.Create(a.GetElement(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadFours(float* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Four(TVector a, int index) => a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, TVector b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply(TVector a, TVector b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Divide(TVector a, TVector b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SquareRoot(TVector a) => Vector128.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector FusedMultiplyAdd(TVector a, TVector b, TVector c) => Vector128.FusedMultiplyAdd(a, b, c);

    // x86's instruction is defined as this comparison, zeros of either sign and NaN included.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Larger(TVector a, TVector b) =>
        Sse.IsSupported ? Sse.Max(a, b) : Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Smaller(TVector a, TVector b) =>
        Sse.IsSupported ? Sse.Min(a, b) : Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector And(TVector a, TVector mask) => a & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Select(TVector mask, TVector a, TVector b) => Vector128.ConditionalSelect(mask, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PowerOfTwo(TVector shifted) =>
        ((shifted.AsInt32() << 23) + Vector128.Create(0x3F800000)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldSum(TVector a)
    {
        a += Vector128.Shuffle(a, Vector128.Create(2, 3, 2, 3));
        return a.ToScalar() + a.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FoldLarger(TVector a)
    {
        a = Larger(Vector128.Shuffle(a, Vector128.Create(2, 3, 2, 3)), a);
        return a.GetElement(1) > a.ToScalar() ? a.GetElement(1) : a.ToScalar();
    }
}
