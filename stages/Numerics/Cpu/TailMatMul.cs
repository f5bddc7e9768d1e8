using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Matrix product of 17 to 20 columns, such as the logits of 19 symbols; see <see cref="TailTile{TSimd, TVector}"/>. A is read where it
/// lies.
/// </summary>
internal static unsafe class TailMatMul<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int Columns = TailTile<TSimd, TVector>.Columns;
    private const int MostColumns = Columns + TailTile<TSimd, TVector>.Tail;

    // Rows that repay the packing of B.
    private const int FewestRows = 64;

    private static int TileRows => TailTile<TSimd, TVector>.Rows;

    /// <summary>Whether this way is the faster one.</summary>
    public static bool Suits(bool transposeA, int m, int n, int k) =>
        !transposeA && m >= FewestRows && n is > Columns and <= MostColumns && k % TailTile<TSimd, TVector>.Step == 0
        && TSimd.Width is > 4 and <= Columns;

    /// <summary>As <see cref="MatMul{TSimd, TVector}.Run"/>, where it <see cref="Suits"/>; k is at least 1.</summary>
    public static void Run(
        WorkerPool pool, Workspaces workspaces, bool transposeB, int m, int n, int k, float* a, float* b, float* c, bool accumulate)
    {
        var packedLength = (long)k * TailTile<TSimd, TVector>.RowOfB;
        var share = TileRows * (Dot.Chunk + MostColumns);
        var scratch = workspaces.Scratch.Reserve(packedLength + ((long)pool.Threads * share));
        TailTile<TSimd, TVector>.Pack(transposeB, n, k, b, scratch);
        var rows = MatMulBlocking.Blocks(MatMulBlocking.Blocks(m, TileRows), 8 * pool.Threads) * TileRows;
        pool.Run(new Multiply(rows, m, n, k, a, scratch, c, accumulate, scratch + packedLength, share), MatMulBlocking.Blocks(m, rows));
    }

    private readonly struct Multiply(
        int rows, int m, int n, int k, float* a, float* packed, float* c, bool accumulate, float* edges, int share) : IWork
    {
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * rows, m);
            for (var start = 0; start < k; start += Dot.Chunk)
            {
                var row = item * rows;
                for (; row + TileRows <= end; row += TileRows)
                    MultiplyTile(start, a + ((nint)row * k) + start, k, c + ((nint)row * n), n, accumulate || start > 0);
                if (row < end)
                    MultiplyEdge(start, row, end - row, edges + (worker * share));
            }
        }

        private void MultiplyTile(int start, float* left, nint rowOfLeft, float* result, nint rowOfResult, bool adds) =>
            TailTile<TSimd, TVector>.Run(
                n, Math.Min(Dot.Chunk, k - start), left, rowOfLeft, packed + ((nint)start * Columns),
                packed + ((nint)k * Columns) + ((nint)start * TailTile<TSimd, TVector>.Tail), result, rowOfResult, adds);

        // Rows that fill no tile: from a copy that has all of a tile's rows, into one.
        private void MultiplyEdge(int start, int row, int count, float* copy)
        {
            var depth = Math.Min(Dot.Chunk, k - start);
            for (var i = 0; i < TileRows; i++)
            {
                var to = new Span<float>(copy + (i * Dot.Chunk), depth);
                if (i < count)
                    new ReadOnlySpan<float>(a + ((nint)(row + i) * k) + start, depth).CopyTo(to);
                else
                    to.Clear();
            }

            var totals = copy + (TileRows * Dot.Chunk);
            MultiplyTile(start, copy, Dot.Chunk, totals, MostColumns, adds: false);
            for (var i = 0; i < count; i++)
            {
                var result = c + ((nint)(row + i) * n);
                for (var j = 0; j < n; j++)
                    result[j] = accumulate || start > 0 ? result[j] + totals[(i * MostColumns) + j] : totals[(i * MostColumns) + j];
            }
        }
    }
}
