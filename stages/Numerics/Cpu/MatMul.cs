using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Matrix product from register tiles; see <see cref="Reference.MatMul"/>. B is packed into panels unless it is
/// used too little for that, A is read in place, whichever way it lies.
/// </summary>
internal static unsafe class MatMul<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    // Few tiles, or high ones, pass over rows of B so few times that reading them where they lie costs less than a copy.
    private static bool ReadsInPlace(int m) => TileGrid<TSimd, TVector>.TileRows > 6 || m <= 4 * TileGrid<TSimd, TVector>.TileRows;

    private static int PanelWidth => TileGrid<TSimd, TVector>.PanelWidth;

    public static void Run(
        WorkerPool pool, Workspaces workspaces, bool transposeA, bool transposeB, int m, int n, int k, float* a,
        float* b, float* c, bool accumulate, MatMulBlocking? blocking = null)
    {
        if (m == 0 || n == 0)
            return;
        if (k == 0)
        {
            if (!accumulate)
                new Span<float>(c, m * n).Clear();
            return;
        }

        if (blocking is null && TailMatMul<TSimd, TVector>.Suits(transposeA, m, n, k))
        {
            TailMatMul<TSimd, TVector>.Run(pool, workspaces, transposeB, m, n, k, a, b, c, accumulate);
            return;
        }

        if (blocking is null && NarrowMatMul<TSimd, TVector>.Suits(m, n))
        {
            NarrowMatMul<TSimd, TVector>.Run(pool, workspaces, transposeA, transposeB, m, n, k, a, b, c, accumulate);
            return;
        }

        var blocks = blocking ?? MatMulBlocking.For(
            pool.Threads, m, n, TileGrid<TSimd, TVector>.TileRows, PanelWidth);
        var left = new MatrixView(a, transposeA ? 1 : k, transposeA ? m : 1);
        if (blocks.PackInItems)
        {
            var part = transposeB || !ReadsInPlace(m)
                ? Panels<TSimd, TVector>.Length(blocks.Panels * PanelWidth, Dot.Chunk)
                : 0;
            var share = part + left.LengthOfCopy(blocks);
            var packed = workspaces.Scratch.Reserve(pool.Threads * share);
            var product = new MultiplyItem(blocks, m, n, k, left, transposeB, b, c, accumulate, packed, share, part);
            pool.Run(product, product.Items);
            return;
        }

        var span = (int)Math.Clamp(
            MatMulBlocking.PackedLength / k / PanelWidth * PanelWidth, PanelWidth, n + PanelWidth);
        for (var column = 0; column < n; column += span)
        {
            var columns = Math.Min(span, n - column);
            var length = Panels<TSimd, TVector>.Length(columns, k);
            var share = left.LengthOfCopy(blocks);
            var scratch = workspaces.Scratch.Reserve(length + (pool.Threads * share));
            var panels = new Panels<TSimd, TVector>(columns, k, scratch);
            var bPart = transposeB ? b + ((nint)column * k) : b + column;
            pool.Run(new Pack(panels, transposeB, bPart, transposeB ? k : n), panels.Count * panels.Chunks);
            var product = new Multiply(
                panels, blocks, m, k, left, c + column, n, accumulate, scratch + length, share);
            pool.Run(product, product.Items);
        }
    }

    /// <summary>Element (i, k) is first[i·Row + k·Step].</summary>
    private readonly struct MatrixView(float* first, nint row, nint step)
    {
        public nint Row => row;

        public nint Step => step;

        public float* From(int i, int k) => first + (i * row) + (k * step);

        /// <summary>Floats of a copy of one K chunk of the rows of an item; 0 if the factor is better read where it lies.</summary>
        public long LengthOfCopy(MatMulBlocking blocks) =>
            NearCopy.Suits(TileGrid<TSimd, TVector>.TileRows, row, step) ? NearCopy.Length(blocks.Rows)
            : LeftTiles<TSimd, TVector>.Suits(blocks.Rows, blocks.Panels * PanelWidth, step) ? LeftTiles<TSimd, TVector>.Length(blocks.Rows)
            : 0;

        /// <summary>That copy; the rows and steps of its elements.</summary>
        public (nint Row, nint Step) Copy(int i, int rows, int k, int depth, float* copy)
        {
            if (step == 1)
            {
                NearCopy.Make(rows, depth, From(i, k), row, copy);
                return (NearCopy.Row, 1);
            }

            LeftTiles<TSimd, TVector>.Pack(rows, depth, From(i, k), step, copy);
            return (LeftTiles<TSimd, TVector>.RowLength(depth), LeftTiles<TSimd, TVector>.Step);
        }
    }

    private readonly struct Pack(Panels<TSimd, TVector> panels, bool transposed, float* b, nint rowStride) : IWork
    {
        public void Run(int item, int worker) =>
            panels.Pack(item / panels.Count, item % panels.Count, transposed, b, rowStride);
    }

    private readonly struct Multiply(
        Panels<TSimd, TVector> panels, MatMulBlocking blocks, int m, int k, MatrixView a, float* c, nint rowOfC,
        bool accumulate, float* copies, long share) : IWork
    {
        private int Across => MatMulBlocking.Blocks(panels.Count, blocks.Panels);

        public int Items => MatMulBlocking.Blocks(m, blocks.Rows) * Across;

        public void Run(int item, int worker)
        {
            var row = item / Across * blocks.Rows;
            var panel = item % Across * blocks.Panels;
            var end = Math.Min(panel + blocks.Panels, panels.Count);
            var rows = Math.Min(blocks.Rows, m - row);
            var result = c + (row * rowOfC);
            if (share == 0)
            {
                panels.Multiply(
                    rows, panel, end, 0, k, a.From(row, 0), a.Row, a.Step, result, rowOfC, accumulate);
                return;
            }

            for (var first = 0; first < k; first += Dot.Chunk)
            {
                var depth = Math.Min(Dot.Chunk, k - first);
                var copy = copies + (worker * share);
                var (rowOfCopy, step) = a.Copy(row, rows, first, depth, copy);
                panels.Multiply(
                    rows, panel, end, first, first + depth, copy - (first * step), rowOfCopy, step, result, rowOfC,
                    accumulate || first > 0);
            }
        }
    }

    private readonly struct MultiplyItem(
        MatMulBlocking blocks, int m, int n, int k, MatrixView a, bool transposeB, float* b, float* c, bool accumulate,
        float* packed, long share, long part) : IWork
    {
        private int BlockColumns => blocks.Panels * PanelWidth;

        private int Across => MatMulBlocking.Blocks(n, BlockColumns);

        public int Items => MatMulBlocking.Blocks(m, blocks.Rows) * Across;

        public void Run(int item, int worker)
        {
            var row = item / Across * blocks.Rows;
            var column = item % Across * BlockColumns;
            for (var first = 0; first < k; first += Dot.Chunk)
            {
                var depth = Math.Min(Dot.Chunk, k - first);
                if (part == 0)
                    MultiplyInPlace(row, column, first, depth);
                else
                    PackAndMultiply(row, column, first, depth, packed + (worker * share));
            }
        }

        private void PackAndMultiply(int row, int column, int first, int depth, float* memory)
        {
            var panels = new Panels<TSimd, TVector>(Math.Min(BlockColumns, n - column), depth, memory);
            var right = transposeB ? b + ((nint)column * k) + first : b + ((nint)first * n) + column;
            panels.Pack(transposeB, right, transposeB ? k : n);
            var rows = Math.Min(blocks.Rows, m - row);
            var left = a.From(row, first);
            var (rowOfLeft, step) = (a.Row, a.Step);
            if (share > part)
            {
                left = memory + part;
                (rowOfLeft, step) = a.Copy(row, rows, first, depth, left);
            }

            panels.Multiply(
                rows, 0, panels.Count, 0, depth, left, rowOfLeft, step, c + ((nint)row * n) + column, n, accumulate || first > 0);
        }

        private void MultiplyInPlace(int row, int column, int first, int depth)
        {
            var end = Math.Min(column + BlockColumns, n);
            for (; column < end; column += PanelWidth)
            {
                TileGrid<TSimd, TVector>.RunPanel(
                    Math.Min(blocks.Rows, m - row), Math.Min(PanelWidth, end - column), depth, a.From(row, first), a.Row,
                    a.Step, b + ((nint)first * n) + column, n, c + ((nint)row * n) + column, n, accumulate || first > 0);
            }
        }
    }
}
