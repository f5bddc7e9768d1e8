using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Matrix product with few columns that fill no whole vectors, such as the logits of a small vocabulary: the transposed product
/// Cᵀ = Bᵀ·Aᵀ, in which vectors run along the many rows, none of whose lanes is idle. The same chains, so the same bits.
/// </summary>
internal static unsafe class NarrowMatMul<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    // Columns above which idle lanes of the last vector weigh little.
    private const int MostColumns = 128;

    // What transposing A costs, in columns of C.
    private const int CostOfTurning = 3;

    private static int PanelWidth => TileGrid<TSimd, TVector>.PanelWidth;

    /// <summary>Whether this way is the faster one.</summary>
    public static bool Suits(int m, int n) =>
        n <= MostColumns && m >= 4 * PanelWidth && MatMulBlocking.Blocks(n, TSimd.Width) * TSimd.Width >= n + CostOfTurning;

    /// <summary>As <see cref="MatMul{TSimd, TVector}.Run"/>; m, n and k are at least 1.</summary>
    public static void Run(
        WorkerPool pool, Workspaces workspaces, bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b, float* c,
        bool accumulate)
    {
        var share = (2 * Panels<TSimd, TVector>.Length(PanelWidth, Dot.Chunk)) + ((long)n * PanelWidth);
        var scratch = workspaces.Scratch.Reserve(pool.Threads * share);
        var rows = MatMulBlocking.Blocks(MatMulBlocking.Blocks(m, PanelWidth), 8 * pool.Threads) * PanelWidth;
        var product = new Multiply(rows, transposeA, transposeB, m, n, k, a, b, c, accumulate, scratch, share);
        pool.Run(product, MatMulBlocking.Blocks(m, rows));
    }

    private readonly struct Multiply(
        int rows, bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b, float* c, bool accumulate,
        float* scratch, long share) : IWork
    {
        private int Chunks => MatMulBlocking.Blocks(k, Dot.Chunk);

        public void Run(int item, int worker)
        {
            var (first, end) = (item * rows, Math.Min((item + 1) * rows, m));
            var transposed = scratch + (worker * share);
            var panel = transposed + ((nint)n * PanelWidth);
            var nextPanel = panel + Panels<TSimd, TVector>.Length(PanelWidth, Dot.Chunk);
            var parts = MatMulBlocking.Blocks(end - first, PanelWidth) * Chunks;
            var isPacked = false;
            for (var part = 0; part < parts; part++)
            {
                var (row, count, start, depth) = Part(part, first, end);
                if (start == 0 && accumulate)
                    Transposition.Copy(TSimd.Width > 1, count, n, c + ((nint)row * n), n, transposed, PanelWidth);
                if (!isPacked)
                    new Panels<TSimd, TVector>(count, depth, panel).Pack(!transposeA, Source(row, start), transposeA ? m : k);
                var next = Part(part + 1, first, end);
                isPacked = part + 1 < parts && PacksBeside(next.Count, next.Depth, depth);
                if (isPacked)
                {
                    MultiplyAndPack(panel, start, depth, transposed, new Turning(Source(next.Row, next.Start), k, nextPanel));
                    var packed = nextPanel;
                    nextPanel = panel;
                    panel = packed;
                }
                else
                    MultiplyPanel(panel, count, start, depth, transposed);

                if (start + depth == k)
                    Transposition.Copy(TSimd.Width > 1, n, count, transposed, PanelWidth, c + ((nint)row * n), n);
            }
        }

        // The parts of an item: a panel's rows of A, and of these one K chunk after the other.
        private (int Row, int Count, int Start, int Depth) Part(int part, int first, int end)
        {
            var row = first + (part / Chunks * PanelWidth);
            var start = part % Chunks * Dot.Chunk;
            return (row, Math.Min(PanelWidth, end - row), start, Math.Min(Dot.Chunk, k - start));
        }

        private float* Source(int row, int start) => transposeA ? a + ((nint)start * m) + row : a + ((nint)row * k) + start;

        // Two tiles are what it takes to transpose a panel of the same depth beside them.
        private bool PacksBeside(int nextCount, int nextDepth, int depth) =>
            !transposeA && PanelWidth == Turning.Columns && nextCount == PanelWidth && nextDepth == depth && depth % 8 == 0
            && n > TileGrid<TSimd, TVector>.TileRows;

        private void MultiplyAndPack(float* panel, int start, int depth, float* transposed, Turning turning) =>
            TileGrid<TSimd, TVector>.RunPanel(
                n, depth, Left(start), RowOfLeft, StepOfLeft, panel, PanelWidth, transposed, PanelWidth, accumulate || start > 0, turning,
                turning.After(depth));

        private void MultiplyPanel(float* panel, int count, int start, int depth, float* transposed) =>
            new Panels<TSimd, TVector>(count, depth, panel).Multiply(
                n, 0, 1, 0, depth, Left(start), RowOfLeft, StepOfLeft, transposed, PanelWidth, accumulate || start > 0, wholePanels: true);

        private nint RowOfLeft => transposeB ? k : 1;

        private nint StepOfLeft => transposeB ? 1 : n;

        private float* Left(int start) => b + (start * StepOfLeft);
    }
}
