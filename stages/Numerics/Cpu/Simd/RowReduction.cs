using System.Runtime.CompilerServices;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu.Simd;

/// <summary>
/// Reduction along a row over 32 lanes; see <see cref="RowSum"/>. The lanes lie in two, four or eight vectors. The
/// last, incomplete block is filled up with +0, which changes no bit of the sum.
/// </summary>
internal static unsafe class RowReduction<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Sum of the terms of the elements 0 to <paramref name="count"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum<TTerm>(int count, TTerm term)
        where TTerm : struct, ITerm<TVector>
    {
        if (TSimd.Width == 1)
            return SumOneByOne(count, term);

        TVector l0, l1, l2, l3, l4, l5, l6, l7;
        l0 = l1 = l2 = l3 = l4 = l5 = l6 = l7 = TSimd.Broadcast(0f);
        var i = 0;
        for (; i + RowSum.Lanes <= count; i += RowSum.Lanes)
        {
            l0 = term.Accumulate(l0, i);
            l1 = term.Accumulate(l1, i + TSimd.Width);
            if (TSimd.Width <= 8)
            {
                l2 = term.Accumulate(l2, i + (2 * TSimd.Width));
                l3 = term.Accumulate(l3, i + (3 * TSimd.Width));
            }

            if (TSimd.Width <= 4)
            {
                l4 = term.Accumulate(l4, i + (4 * TSimd.Width));
                l5 = term.Accumulate(l5, i + (5 * TSimd.Width));
                l6 = term.Accumulate(l6, i + (6 * TSimd.Width));
                l7 = term.Accumulate(l7, i + (7 * TSimd.Width));
            }
        }

        if (i < count)
        {
            var mask = LaneMask.First(count - i);
            l0 = Last(l0, term, i, 0, mask);
            l1 = Last(l1, term, i, 1, mask);
            if (TSimd.Width <= 8)
            {
                l2 = Last(l2, term, i, 2, mask);
                l3 = Last(l3, term, i, 3, mask);
            }

            if (TSimd.Width <= 4)
            {
                l4 = Last(l4, term, i, 4, mask);
                l5 = Last(l5, term, i, 5, mask);
                l6 = Last(l6, term, i, 6, mask);
                l7 = Last(l7, term, i, 7, mask);
            }
        }

        if (TSimd.Width <= 4)
        {
            l0 = TSimd.Add(l0, l4);
            l1 = TSimd.Add(l1, l5);
            l2 = TSimd.Add(l2, l6);
            l3 = TSimd.Add(l3, l7);
        }

        if (TSimd.Width <= 8)
        {
            l0 = TSimd.Add(l0, l2);
            l1 = TSimd.Add(l1, l3);
        }

        return TSimd.FoldSum(TSimd.Add(l0, l1)) + 0f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Last<TTerm>(TVector lanes, TTerm term, int index, int vector, float* mask)
        where TTerm : struct, ITerm<TVector> =>
        term.Accumulate(lanes, index + (vector * TSimd.Width), TSimd.Load(mask + (vector * TSimd.Width)));

    private static float SumOneByOne<TTerm>(int count, TTerm term)
        where TTerm : struct, ITerm<TVector>
    {
        var lanes = stackalloc float[RowSum.Lanes];
        new Span<float>(lanes, RowSum.Lanes).Clear();
        for (var i = 0; i < count; i++)
            TSimd.Store(lanes + (i % RowSum.Lanes), term.Accumulate(TSimd.Load(lanes + (i % RowSum.Lanes)), i));
        return RowSum.Fold(new Span<float>(lanes, RowSum.Lanes));
    }
}
