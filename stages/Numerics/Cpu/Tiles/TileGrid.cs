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
    /// a[i·rowOfA + k·stepOfA], or A is a copy by <see cref="LeftTiles{TSimd, TVector}"/>, row k of B the
    /// <see cref="PanelWidth"/> floats at b + k·stepOfB: those beyond <paramref name="columns"/> may hold anything, their results are
    /// never stored.
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
            height = Height(rows);
            RunTile<TColumns>(height, depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
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
            height = Height(rows);
            RunTile<TColumns>(height, depth, a, rowOfA, stepOfA, b, stepOfB, scratch, PanelWidth, false);
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

    /// <summary>Rows of the next tile: the last ones share what is left, because a low tile leaves the adders idle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Height(int rows) =>
        rows > 4 * TileRows ? TileRows
        : rows > 3 * TileRows ? (rows + 3) / 4
        : rows > 2 * TileRows ? (rows + 2) / 3
        : rows > TileRows ? (rows + 1) / 2
        : rows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunTile<TColumns>(
        int height, int depth, float* a, nint rowOfA, nint stepOfA, float* b, nint stepOfB, float* c, nint rowOfC,
        bool accumulate)
        where TColumns : ITileSize
    {
        if (stepOfA == LeftTiles<TSimd, TVector>.Step)
            (rowOfA, stepOfA) = (1, height);
        switch (height)
        {
            case 2:
                Tile<TSimd, TVector, Two, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 3:
                Tile<TSimd, TVector, Three, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 4:
                Tile<TSimd, TVector, Four, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 5 when TileRows >= 5:
                Tile<TSimd, TVector, Five, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 6 when TileRows >= 6:
                Tile<TSimd, TVector, Six, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 7 when TileRows >= 7:
                Tile<TSimd, TVector, Seven, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 8 when TileRows >= 8:
                Tile<TSimd, TVector, Eight, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 9 when TileRows >= 9:
                Tile<TSimd, TVector, Nine, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 10 when TileRows >= 10:
                Tile<TSimd, TVector, Ten, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 11 when TileRows >= 11:
                Tile<TSimd, TVector, Eleven, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            case 12 when TileRows >= 12:
                Tile<TSimd, TVector, Twelve, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
            default:
                Tile<TSimd, TVector, One, TColumns>.Run(depth, a, rowOfA, stepOfA, b, stepOfB, c, rowOfC, accumulate);
                break;
        }
    }
}
