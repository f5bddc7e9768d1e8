using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// A tile of C of 17 to 20 columns, such as the logits of 19 symbols: the first <see cref="Columns"/> in vectors of their own and the last
/// <see cref="Tail"/>, which alone would leave most lanes of a vector idle, in one that several rows share. Columns that are both are
/// computed twice, to the same bits. Vectors of 8 or 16 lanes only.
/// </summary>
internal static unsafe class TailTile<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Columns with vectors of their own.</summary>
    public const int Columns = 16;

    /// <summary>Columns, the last ones, whose vector is shared.</summary>
    public const int Tail = 4;

    /// <summary>Of what the depth must be a multiple: a vector that rows share is loaded for so many k at once.</summary>
    public const int Step = 4;

    /// <summary>Floats of a packed row of B.</summary>
    public const int RowOfB = Columns + Tail;

    /// <summary>Rows of the tile: as many as fill eight vectors, which is what hides the time that an addition takes.</summary>
    public static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSimd.Width / 2;
    }

    /// <summary>
    /// Packs B, [depth, columns], or [columns, depth] if transposed, from 17 to 20 columns: the first <see cref="Columns"/> of every row,
    /// [depth, 16], then the tail of every row, [depth, 4]; <see cref="RowOfB"/> floats for each k.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Pack(bool transposed, int columns, int depth, float* b, float* packed)
    {
        var tails = packed + ((nint)depth * Columns);
        if (transposed)
        {
            Transposition.Copy(true, Columns, depth, b, depth, packed, Columns);
            Transposition.Copy(true, Tail, depth, b + ((nint)(columns - Tail) * depth), depth, tails, Tail);
        }
        else
        {
            CopyRows(Columns, depth, b, columns, packed);
            CopyRows(Tail, depth, b + columns - Tail, columns, tails);
        }
    }

    private static void CopyRows(int columns, int depth, float* b, nint rowOfB, float* packed)
    {
        for (var k = 0; k < depth; k++, b += rowOfB, packed += columns)
            new ReadOnlySpan<float>(b, columns).CopyTo(new Span<float>(packed, columns));
    }

    /// <summary>
    /// c = total, or c = c + total with <paramref name="accumulate"/>, where total = (+0) + one chain of fused multiply-adds per
    /// element (rule S1), for <see cref="Rows"/> rows and 17 to 20 columns. Element (i, k) of A is a[i·rowOfA + k], b and tails are packed,
    /// element (i, j) of C is c[i·rowOfC + j]; depth is a multiple of <see cref="Step"/> and at most a K chunk.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        int columns, int depth, float* a, nint rowOfA, float* b, float* tails, float* c, nint rowOfC, bool accumulate)
    {
        // Two halves of the rows: four vectors, and one that the tails of these rows share.
        var zero = TSimd.Broadcast(0f);
        TVector c00 = zero, c01 = zero, c02 = zero, c03 = zero, tail0 = zero;
        TVector c10 = zero, c11 = zero, c12 = zero, c13 = zero, tail1 = zero;
        var a0 = a;
        var a1 = a + (Rows / 2 * rowOfA);

        // The rows of the next tile are asked for while this one is computed, a line of each at a time.
        var next = a + (Rows * rowOfA);
        for (int steps; depth > 0; depth -= steps, next += Prefetch.LineFloats)
        {
            AskForHalf(next, rowOfA);
            AskForHalf(next + (Rows / 2 * rowOfA), rowOfA);
            steps = Math.Min(Prefetch.LineFloats, depth);
            for (var left = steps; left > 0; left -= Step)
            {
                var fours0 = TSimd.LoadFoursOfRows(a0, rowOfA);
                var fours1 = TSimd.LoadFoursOfRows(a1, rowOfA);
                Multiply(
                    0, a0, a1, rowOfA, b, tails, fours0, fours1,
                    ref c00, ref c01, ref c02, ref c03, ref tail0, ref c10, ref c11, ref c12, ref c13, ref tail1);
                Multiply(
                    1, a0, a1, rowOfA, b, tails, fours0, fours1,
                    ref c00, ref c01, ref c02, ref c03, ref tail0, ref c10, ref c11, ref c12, ref c13, ref tail1);
                Multiply(
                    2, a0, a1, rowOfA, b, tails, fours0, fours1,
                    ref c00, ref c01, ref c02, ref c03, ref tail0, ref c10, ref c11, ref c12, ref c13, ref tail1);
                Multiply(
                    3, a0, a1, rowOfA, b, tails, fours0, fours1,
                    ref c00, ref c01, ref c02, ref c03, ref tail0, ref c10, ref c11, ref c12, ref c13, ref tail1);
                a0 += Step;
                a1 += Step;
                b += Step * Columns;
                tails += Step * Tail;
            }
        }

        StoreHalf(columns, c, rowOfC, c00, c01, c02, c03, tail0, accumulate);
        StoreHalf(columns, c + (Rows / 2 * rowOfC), rowOfC, c10, c11, c12, c13, tail1, accumulate);
    }

    // One k of all rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        int k, float* a0, float* a1, nint rowOfA, float* b, float* tails, TVector fours0, TVector fours1,
        ref TVector c00, ref TVector c01, ref TVector c02, ref TVector c03, ref TVector tail0,
        ref TVector c10, ref TVector c11, ref TVector c12, ref TVector c13, ref TVector tail1)
    {
        var b0 = TSimd.Load(b + (k * Columns));
        var b1 = TSimd.Width < Columns ? TSimd.Load(b + (k * Columns) + TSimd.Width) : b0;
        var tailOfB = TSimd.LoadFours(tails + (k * Tail));
        MultiplyHalf(k, a0 + k, rowOfA, b0, b1, tailOfB, fours0, ref c00, ref c01, ref c02, ref c03, ref tail0);
        MultiplyHalf(k, a1 + k, rowOfA, b0, b1, tailOfB, fours1, ref c10, ref c11, ref c12, ref c13, ref tail1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyHalf(
        int k, float* a, nint rowOfA, TVector b0, TVector b1, TVector tailOfB, TVector fours, ref TVector c0, ref TVector c1,
        ref TVector c2, ref TVector c3, ref TVector tail)
    {
        if (TSimd.Width == Columns)
        {
            // Each element meets one vector: the multiplication reads it from memory.
            c0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[0]), b0, c0);
            c1 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[rowOfA]), b0, c1);
            c2 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[2 * rowOfA]), b0, c2);
            c3 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[3 * rowOfA]), b0, c3);
        }
        else
        {
            var x0 = TSimd.Broadcast(a[0]);
            c0 = TSimd.FusedMultiplyAdd(x0, b0, c0);
            c1 = TSimd.FusedMultiplyAdd(x0, b1, c1);
            var x1 = TSimd.Broadcast(a[rowOfA]);
            c2 = TSimd.FusedMultiplyAdd(x1, b0, c2);
            c3 = TSimd.FusedMultiplyAdd(x1, b1, c3);
        }

        tail = TSimd.FusedMultiplyAdd(TSimd.SpreadInFours(fours, k), tailOfB, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskForHalf(float* a, nint rowOfA)
    {
        Prefetch.Line(a);
        Prefetch.Line(a + rowOfA);
        if (Rows / 2 <= 2)
            return;
        Prefetch.Line(a + (2 * rowOfA));
        Prefetch.Line(a + (3 * rowOfA));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalf(
        int columns, float* c, nint rowOfC, TVector c0, TVector c1, TVector c2, TVector c3, TVector tails, bool accumulate)
    {
        tails = TSimd.Add(TSimd.Broadcast(0f), tails);
        if (TSimd.Width == Columns)
        {
            StoreRow(columns, c, c0, default, TSimd.Four(tails, 0), accumulate);
            StoreRow(columns, c + rowOfC, c1, default, TSimd.Four(tails, 1), accumulate);
            StoreRow(columns, c + (2 * rowOfC), c2, default, TSimd.Four(tails, 2), accumulate);
            StoreRow(columns, c + (3 * rowOfC), c3, default, TSimd.Four(tails, 3), accumulate);
        }
        else
        {
            StoreRow(columns, c, c0, c1, TSimd.Four(tails, 0), accumulate);
            StoreRow(columns, c + rowOfC, c2, c3, TSimd.Four(tails, 1), accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(int columns, float* c, TVector c0, TVector c1, Vector128<float> tail, bool accumulate)
    {
        // Read before the columns that it shares with the others are written.
        if (accumulate)
            tail = Simd128.Add(Simd128.Load(c + columns - Tail), tail);
        Store(c, c0, accumulate);
        if (TSimd.Width < Columns)
            Store(c + TSimd.Width, c1, accumulate);
        Simd128.Store(c + columns - Tail, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, TVector chain, bool accumulate)
    {
        var total = TSimd.Add(TSimd.Broadcast(0f), chain);
        TSimd.Store(c, accumulate ? TSimd.Add(TSimd.Load(c), total) : total);
    }
}
