using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// One K chunk of a matrix product from a packed panel of B, cut into the tiles of the instruction set.
/// </summary>
internal static unsafe class TileGrid<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Columns of a panel: two vectors.</summary>
    public static int PanelWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TSimd.Width;
    }

    /// <summary>Rows of the largest tile: as many as the registers of the instruction set hold.</summary>
    public static int TileRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSimd.Width == 1 ? 4 : TSimd.Width == 16 || AdvSimd.IsSupported ? 12 : 6;
    }

    /// <summary>
    /// c = total, or c + total, for <paramref name="rows"/> rows and up to one panel of columns. Element (i, k) of A is
    /// a[i·rowOfA + k·stepOfA], row k of B the <see cref="PanelWidth"/> floats at b + k·stepOfB: those beyond
    /// <paramref name="columns"/> may hold anything, their results are never stored.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void RunPanel(
        int rows, int columns, int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c,
        nint rowOfC, bool accumulate)
    {
        if (columns == PanelWidth)
            RunRows<Two>(rows, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
        else if (columns == TSimd.Width)
            RunRows<One>(rows, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
        else if (columns < TSimd.Width)
            RunEdge<One>(rows, columns, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
        else
            RunEdge<Two>(rows, columns, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RunRows<TColumns>(
        int rows, int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c, nint rowOfC,
        bool accumulate)
        where TColumns : ITileSize
    {
        for (int height; rows > 0; rows -= height, a += height * rowOfA, c += height * rowOfC)
        {
            height = RunTile<TColumns>(rows, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
        }
    }

    /// <summary>Columns that are no whole vectors: the tile goes through a scratch copy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RunEdge<TColumns>(
        int rows, int columns, int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c,
        nint rowOfC, bool accumulate)
        where TColumns : ITileSize
    {
        var scratch = stackalloc float[12 * PanelWidth];
        for (int height; rows > 0; rows -= height, a += height * rowOfA, c += height * rowOfC)
        {
            height = RunTile<TColumns>(rows, depth, a, rowOfA, stepOfA, b, stepOfB, scratch, PanelWidth, false);
            for (var i = 0; i < height; i++)
            {
                for (var j = 0; j < columns; j += TSimd.Width)
                    StoreEdge(scratch + (i * PanelWidth) + j, c + (i * rowOfC) + j, columns - j, accumulate);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEdge(float* total, float* c, int columns, bool accumulate)
    {
        var sum = TSimd.Load(total);
        if (accumulate)
            sum = TSimd.Add(TSimd.Load(c), sum);
        TSimd.StoreFirst(c, sum, Math.Min(columns, TSimd.Width));
    }

    /// <summary>Rows of the next tile: the last two share what is left, because a low tile leaves the adders idle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Height(int rows) =>
        rows >= 2 * TileRows ? TileRows : rows > TileRows ? (rows + 1) / 2 : rows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RunTile<TColumns>(
        int rows, int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c, nint rowOfC,
        bool accumulate)
        where TColumns : ITileSize
    {
        var height = Height(rows);
        return height switch
        {
            2 => Run<Two, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            3 => Run<Three, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            4 => Run<Four, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            5 when TileRows >= 5 => Run<Five, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            6 when TileRows >= 6 => Run<Six, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            7 when TileRows >= 7 => Run<Seven, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            8 when TileRows >= 8 => Run<Eight, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            9 when TileRows >= 9 => Run<Nine, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            10 when TileRows >= 10 => Run<Ten, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            11 when TileRows >= 11 => Run<Eleven, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            12 when TileRows >= 12 => Run<Twelve, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
            _ => Run<One, TColumns>(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Run<TRows, TColumns>(
        int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c, nint rowOfC,
        bool accumulate)
        where TRows : ITileSize
        where TColumns : ITileSize
    {
        Tile<TSimd, TVector, TRows, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
        return TRows.Count;
    }
}
