using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Matrix product from register tiles; see <see cref="Reference.MatMul"/>. B is packed into panels, A is read in place,
/// whichever way it lies.
/// </summary>
internal static unsafe class MatMul<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private static int PanelWidth => TileGrid<TSimd, TVector>.PanelWidth;

    public static void Run(
        WorkerPool pool, Workspaces workspaces, bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b,
        float* c, bool accumulate, MatMulBlocking? blocking = null)
    {
        if (m == 0 || n == 0)
            return;
        if (k == 0 || (accumulate && k > Dot.Chunk))
        {
            // A total of several chunks, or of none, is finished before it is added to what C holds.
            RunByTotal(pool, workspaces, transposeA, transposeB, m, n, k, a, b, c, accumulate, blocking);
            return;
        }

        var span = (int)Math.Clamp(MatMulBlocking.PackedLength / k / PanelWidth * PanelWidth, PanelWidth, n + PanelWidth);
        for (var column = 0; column < n; column += span)
        {
            var columns = Math.Min(span, n - column);
            var bPart = transposeB ? b + ((nint)column * k) : b + column;
            var panels = new Panels<TSimd, TVector>(
                columns, k, workspaces.Scratch.Reserve(Panels<TSimd, TVector>.Length(columns, k)));
            var blocks = blocking ??
                MatMulBlocking.For(pool.Threads, m, panels.Count, TileGrid<TSimd, TVector>.TileRows);
            pool.Run(new PackPanels(panels, transposeB, bPart, transposeB ? k : n), panels.Count * panels.Chunks);
            pool.Run(
                new MultiplyBlocks(panels, blocks, m, k, a, transposeA ? 1 : k, transposeA ? m : 1, c + column, n, accumulate),
                MatMulBlocking.Blocks(m, blocks.Rows) * MatMulBlocking.Blocks(panels.Count, blocks.Panels));
        }
    }

    private static void RunByTotal(
        WorkerPool pool, Workspaces workspaces, bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b,
        float* c, bool accumulate, MatMulBlocking? blocking)
    {
        var length = m * n;
        var total = workspaces.Total.Reserve(length);
        if (k == 0)
            new Span<float>(total, length).Clear();
        else
            Run(pool, workspaces, transposeA, transposeB, m, n, k, a, b, total, false, blocking);
        if (accumulate)
            Add.Run<TSimd, TVector>(pool, length, c, total, c);
        else
            new Span<float>(total, length).CopyTo(new Span<float>(c, length));
    }

    private readonly struct PackPanels(Panels<TSimd, TVector> panels, bool transposed, float* b, nint rowStride) : IWork
    {
        public void Run(int item, int worker) =>
            panels.Pack(item / panels.Count, item % panels.Count, transposed, b, rowStride);
    }

    private readonly struct MultiplyBlocks(
        Panels<TSimd, TVector> panels, MatMulBlocking blocks, int m, int k, float* a, nint rowOfA, nint stepOfA, float* c,
        nint rowOfC, bool accumulate) : IWork
    {
        public void Run(int item, int worker)
        {
            var across = MatMulBlocking.Blocks(panels.Count, blocks.Panels);
            var row = item / across * blocks.Rows;
            var panel = item % across * blocks.Panels;
            panels.Multiply(
                Math.Min(blocks.Rows, m - row), panel, Math.Min(panel + blocks.Panels, panels.Count), 0, k, a + (row * rowOfA),
                rowOfA, stepOfA, c + (row * rowOfC), rowOfC, accumulate);
        }
    }
}
