using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// One K chunk of a left factor whose rows run across memory, copied into the order in which low tiles read it: tile after tile,
/// inside a tile its rows side by side, k after k. Where it lies, a low tile uses a small part of each line it touches and has
/// touched a whole cache of them before it comes by the next part.
/// </summary>
internal static unsafe class LeftTiles<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>
    /// Passed to <see cref="TileGrid{TSimd, TVector}.RunPanel"/> as the step of such a copy, whose tiles have steps of their own.
    /// </summary>
    public const nint Step = 0;

    // Rows up to which a line's worth of them is used at once.
    private const int HighTile = 8;

    // Below, a copy costs more than it gains.
    private const int FewestColumns = 128;

    // What whole vectors of the last k write beyond it.
    private const int Slack = 8;

    private static int TileRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TileGrid<TSimd, TVector>.TileRows;
    }

    /// <summary>
    /// Whether so many rows of a left factor, with elements a[i·row + k·step], are better copied before they are multiplied by so
    /// many columns.
    /// </summary>
    public static bool Suits(int rows, int columns, nint step) => step != 1 && rows > 4 * TileRows && columns >= FewestColumns && TSimd.Width > 1 && TileRows < HighTile;

    /// <summary>Floats of memory.</summary>
    public static long Length(int rows) => rows * (long)RowLength(Dot.Chunk);

    /// <summary>Floats of a row of a tile: tiles of r rows begin r times as many floats after the one before.</summary>
    public static nint RowLength(int depth) => depth + Slack;

    /// <summary>Copies the elements a[i + k·step]; up to a vector beyond the last may be read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Pack(int rows, int depth, float* a, nint step, float* copy)
    {
        var highest = rows;
        while (highest > 0 && TileGrid<TSimd, TVector>.Height(highest) == TileRows)
            highest -= TileRows;
        var tall = rows - highest;
        for (var k = 0; k < depth; k++)
        {
            var from = a + (k * step);
            var to = copy + (k * TileRows);
            for (var end = from + tall; from < end; from += TileRows, to += TileRows * RowLength(depth))
            {
                Prefetch.LineToWrite(to);
                CopyRow(TileRows, from, to);
            }
        }

        int height;
        for (var row = tall; row < rows; row += height)
        {
            height = TileGrid<TSimd, TVector>.Height(rows - row);
            var tile = copy + (row * RowLength(depth));
            for (var k = 0; k < depth; k++)
                CopyRow(height, a + row + (k * step), tile + (k * height));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow(int height, float* from, float* to)
    {
        for (var i = 0; i < height; i += TSimd.Width)
            TSimd.Store(to + i, TSimd.Load(from + i));
    }
}
