using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Softmax of one row; see <see cref="Reference.Softmax"/>.</summary>
internal static unsafe class Softmax<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Length of a scratch row of <paramref name="count"/> elements: whole blocks of 32.</summary>
    public static int PaddedLength(int count) => (count + RowSum.Lanes - 1) / RowSum.Lanes * RowSum.Lanes;

    /// <summary>
    /// e = exp(s·scale - max) over <paramref name="count"/> elements (at least one), +0 up to <paramref name="padded"/>, a
    /// multiple of 32; returns the maximum and the sum. s can be read up to the padding, where it may hold anything; e may be s.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (float Maximum, float Sum) Exponentials(int count, int padded, float scale, float* s, float* e)
    {
        // A positive scale keeps the order, rounding included: the maximum of the products is the product of the maximum.
        var maximum = Maximum(count, s) * scale;
        var i = 0;
        for (; i + RowSum.Lanes <= count; i += RowSum.Lanes)
        {
            for (var j = i; j < i + RowSum.Lanes; j += TSimd.Width)
                TSimd.Store(e + j, Exponential(s + j, scale, maximum));
        }

        if (i < count)
        {
            var mask = LaneMask.First(count - i);
            for (var j = 0; j < RowSum.Lanes; j += TSimd.Width)
                TSimd.Store(e + i + j, TSimd.And(Exponential(s + i + j, scale, maximum), TSimd.Load(mask + j)));
            i += RowSum.Lanes;
        }

        for (; i < padded; i += TSimd.Width)
            TSimd.Store(e + i, TSimd.Broadcast(0f));
        // Beyond count there are zeros: whole blocks give the same sum.
        return (maximum, RowReduction<TSimd, TVector>.Sum(PaddedLength(count), new Element<TSimd, TVector>(e)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exponential(float* s, float scale, float maximum) => SimdFunctions<TSimd, TVector>.Exp(
        TSimd.Subtract(TSimd.Multiply(TSimd.Load(s), TSimd.Broadcast(scale)), TSimd.Broadcast(maximum)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Maximum(int count, float* s)
    {
        var first = TSimd.Broadcast(s[0]);
        var larger = first;
        var i = 0;
        for (; i + TSimd.Width <= count; i += TSimd.Width)
            larger = TSimd.Larger(TSimd.Load(s + i), larger);
        if (i < count)
            larger = TSimd.Larger(TSimd.Select(TSimd.Load(LaneMask.First(count - i)), TSimd.Load(s + i), first), larger);
        return TSimd.FoldLarger(larger);
    }
}
