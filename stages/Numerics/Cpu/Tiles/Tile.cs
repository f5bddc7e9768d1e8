using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// The innermost loop of every matrix product: a tile of C of up to 12 rows and 2 vectors stays in registers while one
/// K chunk passes. Accumulators are separate locals because the compiler keeps no array in registers; rows and vectors
/// that the tile does not have are constants to it and vanish.
/// </summary>
/// <typeparam name="TSimd">Operations.</typeparam>
/// <typeparam name="TVector">Vector.</typeparam>
/// <typeparam name="TRows">Rows of the tile.</typeparam>
/// <typeparam name="TColumns">Vectors of a row of the tile.</typeparam>
internal static unsafe class Tile<TSimd, TVector, TRows, TColumns>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
    where TRows : ITileSize
    where TColumns : ITileSize
{
    // Steps between the wish for a row of B and its use: as long as memory takes to answer.
    private const int Ahead = 40;

    // A low tile, or one of narrower vectors, has no time to spare.
    private static bool AsksAhead
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Prefetch.IsSupported && TSimd.Width == 16 && TRows.Count >= 6;
    }

    /// <summary>
    /// c = total, or c = c + total with <paramref name="accumulate"/>, where total = (+0) + one chain of fused
    /// multiply-adds per element. Element (i, k) of A is a[i·rowOfA + k·stepOfA], row k of B the vectors at b +
    /// k·stepOfB.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c, nint rowOfC, bool accumulate)
    {
        var zero = TSimd.Broadcast(0f);
        TVector c00 = zero, c01 = zero;
        TVector c10 = zero, c11 = zero;
        TVector c20 = zero, c21 = zero;
        TVector c30 = zero, c31 = zero;
        TVector c40 = zero, c41 = zero;
        TVector c50 = zero, c51 = zero;
        TVector c60 = zero, c61 = zero;
        TVector c70 = zero, c71 = zero;
        TVector c80 = zero, c81 = zero;
        TVector c90 = zero, c91 = zero;
        TVector c100 = zero, c101 = zero;
        TVector c110 = zero, c111 = zero;
        var a0 = a;
        var a3 = a + (3 * rowOfA);
        var a6 = a + (6 * rowOfA);
        var a9 = a + (9 * rowOfA);

        // The tile below is asked for while this one is computed, a line of memory in each step: the rows of A, if k runs along
        // them, and of C from top to bottom, then the same rows one line to the right. If i runs along A's rows, the rows of
        // A follow one another in memory as those of B do, and both are asked for some rows ahead.
        var rowsLeft = TRows.Count;
        var alongK = stepOfA == 1;
        var nextA = a + (alongK ? TRows.Count * rowOfA : (Ahead * stepOfA) + ((TRows.Count - 1) * rowOfA));
        var stepOfNextA = alongK ? rowOfA : stepOfA;
        var turnOfA = alongK ? Prefetch.LineFloats - (TRows.Count * rowOfA) : 0;
        var nextC = c + (TRows.Count * rowOfC);
        var turnOfC = Prefetch.LineFloats - (TRows.Count * rowOfC);
        if (!AsksAhead)
        {
            // No time to spare below, but the rows of C that this tile is added to can be on their way meanwhile.
            for (var row = 0; row < TRows.Count; row++)
                Prefetch.Line(c + (row * rowOfC));
        }

        for (; depth > 0; depth--)
        {
            if (AsksAhead)
            {
                Prefetch.Line(b + (Ahead * stepOfB));
                if (TColumns.Count * TSimd.Width > Prefetch.LineFloats)
                    Prefetch.Line(b + (Ahead * stepOfB) + Prefetch.LineFloats);
                Prefetch.Line(nextA);
                Prefetch.Line(nextC);
                nextA += stepOfNextA;
                nextC += rowOfC;
                if (--rowsLeft == 0)
                {
                    rowsLeft = TRows.Count;
                    nextA += turnOfA;
                    nextC += turnOfC;
                    turnOfC = -turnOfC - (2 * TRows.Count * rowOfC);
                }
            }

            var b0 = TSimd.Load(b);
            var b1 = TColumns.Count > 1 ? TSimd.Load(b + TSimd.Width) : zero;
            var x0 = TSimd.Broadcast(a0[0]);
            c00 = TSimd.FusedMultiplyAdd(x0, b0, c00);
            if (TColumns.Count > 1)
                c01 = TSimd.FusedMultiplyAdd(x0, b1, c01);
            if (TRows.Count > 1)
            {
                var x1 = TSimd.Broadcast(a0[rowOfA]);
                c10 = TSimd.FusedMultiplyAdd(x1, b0, c10);
                if (TColumns.Count > 1)
                    c11 = TSimd.FusedMultiplyAdd(x1, b1, c11);
            }

            if (TRows.Count > 2)
            {
                var x2 = TSimd.Broadcast(a0[2 * rowOfA]);
                c20 = TSimd.FusedMultiplyAdd(x2, b0, c20);
                if (TColumns.Count > 1)
                    c21 = TSimd.FusedMultiplyAdd(x2, b1, c21);
            }

            if (TRows.Count > 3)
            {
                var x3 = TSimd.Broadcast(a3[0]);
                c30 = TSimd.FusedMultiplyAdd(x3, b0, c30);
                if (TColumns.Count > 1)
                    c31 = TSimd.FusedMultiplyAdd(x3, b1, c31);
            }

            if (TRows.Count > 4)
            {
                var x4 = TSimd.Broadcast(a3[rowOfA]);
                c40 = TSimd.FusedMultiplyAdd(x4, b0, c40);
                if (TColumns.Count > 1)
                    c41 = TSimd.FusedMultiplyAdd(x4, b1, c41);
            }

            if (TRows.Count > 5)
            {
                var x5 = TSimd.Broadcast(a3[2 * rowOfA]);
                c50 = TSimd.FusedMultiplyAdd(x5, b0, c50);
                if (TColumns.Count > 1)
                    c51 = TSimd.FusedMultiplyAdd(x5, b1, c51);
            }

            if (TRows.Count > 6)
            {
                var x6 = TSimd.Broadcast(a6[0]);
                c60 = TSimd.FusedMultiplyAdd(x6, b0, c60);
                if (TColumns.Count > 1)
                    c61 = TSimd.FusedMultiplyAdd(x6, b1, c61);
            }

            if (TRows.Count > 7)
            {
                var x7 = TSimd.Broadcast(a6[rowOfA]);
                c70 = TSimd.FusedMultiplyAdd(x7, b0, c70);
                if (TColumns.Count > 1)
                    c71 = TSimd.FusedMultiplyAdd(x7, b1, c71);
            }

            if (TRows.Count > 8)
            {
                var x8 = TSimd.Broadcast(a6[2 * rowOfA]);
                c80 = TSimd.FusedMultiplyAdd(x8, b0, c80);
                if (TColumns.Count > 1)
                    c81 = TSimd.FusedMultiplyAdd(x8, b1, c81);
            }

            if (TRows.Count > 9)
            {
                var x9 = TSimd.Broadcast(a9[0]);
                c90 = TSimd.FusedMultiplyAdd(x9, b0, c90);
                if (TColumns.Count > 1)
                    c91 = TSimd.FusedMultiplyAdd(x9, b1, c91);
            }

            if (TRows.Count > 10)
            {
                var x10 = TSimd.Broadcast(a9[rowOfA]);
                c100 = TSimd.FusedMultiplyAdd(x10, b0, c100);
                if (TColumns.Count > 1)
                    c101 = TSimd.FusedMultiplyAdd(x10, b1, c101);
            }

            if (TRows.Count > 11)
            {
                var x11 = TSimd.Broadcast(a9[2 * rowOfA]);
                c110 = TSimd.FusedMultiplyAdd(x11, b0, c110);
                if (TColumns.Count > 1)
                    c111 = TSimd.FusedMultiplyAdd(x11, b1, c111);
            }

            a0 += stepOfA;
            if (TRows.Count > 3)
                a3 += stepOfA;
            if (TRows.Count > 6)
                a6 += stepOfA;
            if (TRows.Count > 9)
                a9 += stepOfA;
            b += stepOfB;
        }

        StoreRow(c, c00, c01, accumulate);
        if (TRows.Count > 1)
            StoreRow(c + (1 * rowOfC), c10, c11, accumulate);
        if (TRows.Count > 2)
            StoreRow(c + (2 * rowOfC), c20, c21, accumulate);
        if (TRows.Count > 3)
            StoreRow(c + (3 * rowOfC), c30, c31, accumulate);
        if (TRows.Count > 4)
            StoreRow(c + (4 * rowOfC), c40, c41, accumulate);
        if (TRows.Count > 5)
            StoreRow(c + (5 * rowOfC), c50, c51, accumulate);
        if (TRows.Count > 6)
            StoreRow(c + (6 * rowOfC), c60, c61, accumulate);
        if (TRows.Count > 7)
            StoreRow(c + (7 * rowOfC), c70, c71, accumulate);
        if (TRows.Count > 8)
            StoreRow(c + (8 * rowOfC), c80, c81, accumulate);
        if (TRows.Count > 9)
            StoreRow(c + (9 * rowOfC), c90, c91, accumulate);
        if (TRows.Count > 10)
            StoreRow(c + (10 * rowOfC), c100, c101, accumulate);
        if (TRows.Count > 11)
            StoreRow(c + (11 * rowOfC), c110, c111, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(float* c, TVector chain0, TVector chain1, bool accumulate)
    {
        var zero = TSimd.Broadcast(0f);
        chain0 = TSimd.Add(zero, chain0);
        chain1 = TSimd.Add(zero, chain1);
        TSimd.Store(c, accumulate ? TSimd.Add(TSimd.Load(c), chain0) : chain0);
        if (TColumns.Count > 1)
            TSimd.Store(c + TSimd.Width, accumulate ? TSimd.Add(TSimd.Load(c + TSimd.Width), chain1) : chain1);
    }
}
