using System.Runtime.Intrinsics;

namespace Research.Numerics.Cpu.Simd;

/// <summary>
/// One vector width: the IEEE operations that kernels are written in, lane by lane. A kernel is generic over this type
/// and its vector, so that one source serves every instruction set.
/// </summary>
/// <typeparam name="TVector">A vector of floats.</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Lanes.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(float* source);

    static abstract void Store(float* destination, TVector value);

    /// <summary>Stores the first <paramref name="count"/> lanes, from 0 to all of them, and touches nothing else.</summary>
    static abstract void StoreFirst(float* destination, TVector value, int count);

    static abstract TVector Broadcast(float value);

    /// <summary>Four elements of each of several rows: lane l is source[l / 4 · row + l % 4].</summary>
    static abstract TVector LoadFoursOfRows(float* source, nint row);

    /// <summary>One of every four lanes in all four of them, <paramref name="lane"/> a constant from 0 to 3.</summary>
    static abstract TVector SpreadInFours(TVector a, int lane);

    /// <summary>The same four elements over and over.</summary>
    static abstract TVector LoadFours(float* source);

    /// <summary>Four lanes: those from 4 · index.</summary>
    static abstract Vector128<float> Four(TVector a, int index);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector SquareRoot(TVector a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a &gt; b ? a : b.</summary>
    static abstract TVector Larger(TVector a, TVector b);

    /// <summary>a &lt; b ? a : b.</summary>
    static abstract TVector Smaller(TVector a, TVector b);

    /// <summary>Bits of a where the mask's bits are set, else +0.</summary>
    static abstract TVector And(TVector a, TVector mask);

    /// <summary>a where the mask's bits are set, else b.</summary>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>2^n, n the integer in the low bits of 1.5·2^23 + n.</summary>
    static abstract TVector PowerOfTwo(TVector shifted);

    /// <summary>Sum of the lanes, folded by halves (rule S2).</summary>
    static abstract float FoldSum(TVector a);

    /// <summary>Largest lane (rule S2m).</summary>
    static abstract float FoldLarger(TVector a);
}
