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
        var share = Panels<TSimd, TVector>.Length(PanelWidth, Dot.Chunk) + ((long)n * PanelWidth);
        var scratch = workspaces.Scratch.Reserve(pool.Threads * share);
        var rows = MatMulBlocking.Blocks(MatMulBlocking.Blocks(m, PanelWidth), 8 * pool.Threads) * PanelWidth;
        var product = new Multiply(rows, transposeA, transposeB, m, n, k, a, b, c, accumulate, scratch, share);
        pool.Run(product, MatMulBlocking.Blocks(m, rows));
    }

    private readonly struct Multiply(
        int rows, bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b, float* c, bool accumulate,
        float* scratch, long share) : IWork
    {
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * rows, m);
            var memory = scratch + (worker * share);
            for (var row = item * rows; row < end; row += PanelWidth)
                MultiplyRows(row, Math.Min(PanelWidth, end - row), memory);
        }

        private void MultiplyRows(int row, int count, float* transposed)
        {
            var panel = transposed + ((nint)n * PanelWidth);
            var result = c + ((nint)row * n);
            if (accumulate)
                Transposition.Copy(TSimd.Width > 1, count, n, result, n, transposed, PanelWidth);
            var (rowOfB, stepOfB) = transposeB ? ((nint)k, (nint)1) : (1, n);
            for (var first = 0; first < k; first += Dot.Chunk)
            {
                var depth = Math.Min(Dot.Chunk, k - first);
                var right = new Panels<TSimd, TVector>(count, depth, panel);
                var part = transposeA ? a + ((nint)first * m) + row : a + ((nint)row * k) + first;
                right.Pack(!transposeA, part, transposeA ? m : k);
                right.Multiply(
                    n, 0, 1, 0, depth, b + (first * stepOfB), rowOfB, stepOfB, transposed, PanelWidth, accumulate || first > 0,
                    wholePanels: true);
            }

            Transposition.Copy(TSimd.Width > 1, n, count, transposed, PanelWidth, result, n);
        }
    }
}
