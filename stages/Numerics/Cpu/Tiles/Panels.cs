using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// The right factor of matrix products, [depth, columns], copied into the order in which tiles read it: K chunks of
/// 256, inside a chunk panels of <see cref="TileGrid{TSimd, TVector}.PanelWidth"/> columns, inside a panel row after
/// row. Columns that fill up the last panel are +0.
/// </summary>
internal readonly unsafe struct Panels<TSimd, TVector>(int columns, int depth, float* memory)
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private static int Width => TileGrid<TSimd, TVector>.PanelWidth;

    /// <summary>Panels side by side.</summary>
    public int Count => PanelsCovering(columns);

    /// <summary>K chunks.</summary>
    public int Chunks => (depth + Dot.Chunk - 1) / Dot.Chunk;

    /// <summary>Panels that hold the first <paramref name="used"/> columns.</summary>
    public int PanelsCovering(int used) => (used + Width - 1) / Width;

    /// <summary>Floats of memory.</summary>
    public static long Length(int columns, int depth) => ((long)columns + Width - 1) / Width * Width * depth;

    /// <summary>
    /// Copies one panel of one chunk. Element (k, j) is b[k·rowStride + j], or b[j·rowStride + k] if transposed.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Pack(int chunk, int panel, bool transposed, float* b, nint rowStride)
    {
        var first = chunk * Dot.Chunk;
        var rows = Math.Min(Dot.Chunk, depth - first);
        var column = panel * Width;
        var used = Math.Min(Width, columns - column);
        var destination = Panel(chunk, panel);
        if (transposed)
            Transposition.Copy(
                TSimd.Width > 1, used, rows, b + (column * rowStride) + first, rowStride, destination, Width);
        else
            CopyRows(used, rows, b + (first * rowStride) + column, rowStride, destination);
    }

    /// <summary>Copies the whole matrix; through rows of the source as they lie in memory, which its prefetchers understand.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Pack(bool transposed, float* b, nint rowStride)
    {
        var wholePanels = transposed ? 0 : columns / Width;
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            if (wholePanels > 0)
                CopyAcross(wholePanels, Math.Min(Dot.Chunk, depth - (chunk * Dot.Chunk)), b + (chunk * Dot.Chunk * rowStride), rowStride, Panel(chunk, 0));
            for (var panel = wholePanels; panel < Count; panel++)
                Pack(chunk, panel, transposed, b, rowStride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyAcross(int panels, int rows, float* source, nint rowStride, float* panel)
    {
        for (var k = 0; k < rows; k++, source += rowStride, panel += Width)
        {
            var from = source;
            var to = panel;
            for (var left = panels; left > 0; left--, from += Width, to += rows * (nint)Width)
            {
                TSimd.Store(to, TSimd.Load(from));
                TSimd.Store(to + TSimd.Width, TSimd.Load(from + TSimd.Width));
            }
        }
    }

    /// <summary>
    /// c = A·B, or c + A·B, for <paramref name="rows"/> rows of A and the panels from <paramref name="firstPanel"/> to
    /// before <paramref name="endPanel"/>, with k from <paramref name="firstDepth"/> to before
    /// <paramref name="endDepth"/>: the other products have a factor +0. Element (i, k) of A is a[i·rowOfA +
    /// k·stepOfA], element (i, j) of C c[i·rowOfC + j]. With <paramref name="wholePanels"/> C has room for all columns
    /// of a panel, so that the filling may be stored too.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Multiply(
        int rows, int firstPanel, int endPanel, int firstDepth, int endDepth, float* a, nint rowOfA, nint stepOfA,
        float* c, nint rowOfC, bool accumulate, bool wholePanels = false)
    {
        for (var start = firstDepth; start < endDepth;)
        {
            var chunk = start / Dot.Chunk;
            var end = Math.Min((chunk + 1) * Dot.Chunk, endDepth);
            for (var panel = firstPanel; panel < endPanel; panel++)
            {
                var column = panel * Width;
                TileGrid<TSimd, TVector>.RunPanel(
                    rows, wholePanels ? Width : Math.Min(Width, columns - column), end - start, a + (start * stepOfA),
                    rowOfA, stepOfA, Panel(chunk, panel) + ((start - (chunk * Dot.Chunk)) * Width), Width, c + column,
                    rowOfC, accumulate || start > firstDepth);
            }

            start = end;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(int columns, int rows, float* source, nint rowStride, float* panel)
    {
        // Columns beyond the last are read, from what follows in memory, and masked.
        var mask = LaneMask.First(columns);
        var (mask0, mask1) = (TSimd.Load(mask), TSimd.Load(mask + TSimd.Width));
        for (var k = 0; k < rows; k++, source += rowStride, panel += Width)
        {
            TSimd.Store(panel, TSimd.And(TSimd.Load(source), mask0));
            TSimd.Store(panel + TSimd.Width, TSimd.And(TSimd.Load(source + TSimd.Width), mask1));
        }
    }

    private float* Panel(int chunk, int panel)
    {
        var first = chunk * Dot.Chunk;
        var rows = Math.Min(Dot.Chunk, depth - first);
        return memory + ((nint)first * Count * Width) + ((nint)panel * Width * rows);
    }
}
