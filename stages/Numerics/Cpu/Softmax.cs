using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Softmax of a block of rows; see <see cref="Reference.Softmax"/>. Each step runs over all rows of the block, so that
/// the long chains of a single row (fold, division) overlap with those of its neighbors.
/// </summary>
internal static unsafe class Softmax<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Length of a scratch row of <paramref name="count"/> elements: whole blocks of 32.</summary>
    public static int PaddedLength(int count) => (count + RowSum.Lanes - 1) / RowSum.Lanes * RowSum.Lanes;

    /// <summary>
    /// For each row r, over its first count = <paramref name="firstCount"/> + r·<paramref name="countStep"/> elements
    /// (at least one): e = exp(s·scale - maximum), +0 up to <paramref name="padded"/>, a multiple of 32; the maximum of
    /// s·scale; the sum of e. s can be read up to a multiple of 32, beyond count it may hold anything; e may be s.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Exponentials(
        int rows, int firstCount, int countStep, int padded, float scale, float* s, nint rowOfS, float* e, nint rowOfE,
        float* maxima, float* sums)
    {
        // A positive scale keeps the order, rounding included: the maximum of the products is the product of the
        // maximum.
        for (var r = 0; r < rows; r++)
            maxima[r] = Maximum(firstCount + (r * countStep), s + (r * rowOfS)) * scale;
        for (var r = 0; r < rows; r++)
            RowExponentials(firstCount + (r * countStep), padded, scale, maxima[r], s + (r * rowOfS), e + (r * rowOfE));
        // Beyond count there are zeros: whole blocks give the same sum.
        for (var r = 0; r < rows; r++)
        {
            sums[r] = RowReduction<TSimd, TVector>.Sum(
                PaddedLength(firstCount + (r * countStep)), new Element<TSimd, TVector>(e + (r * rowOfE)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowExponentials(int count, int padded, float scale, float maximum, float* s, float* e)
    {
        var i = 0;
        for (; i + TSimd.Width <= count; i += TSimd.Width)
            TSimd.Store(e + i, Exponential(s + i, scale, maximum));
        if (i < count)
        {
            var mask = TSimd.Load(LaneMask.First(count - i));
            TSimd.Store(e + i, TSimd.And(Exponential(s + i, scale, maximum), mask));
            i += TSimd.Width;
        }

        for (; i < padded; i += TSimd.Width)
            TSimd.Store(e + i, TSimd.Broadcast(0f));
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
            larger = TSimd.Larger(
                TSimd.Select(TSimd.Load(LaneMask.First(count - i)), TSimd.Load(s + i), first), larger);
        return TSimd.FoldLarger(larger);
    }
}
