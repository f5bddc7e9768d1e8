using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Layer normalization over rows; see <see cref="Reference.LayerNorm"/>.</summary>
internal static unsafe class LayerNorm<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 32;
    private const int ColumnsPerItem = 64;

    public static void Forward(
        WorkerPool pool, int rows, int width, float* x, float* gain, float* y, float* mean, float* rstd) =>
        pool.Run(new ForwardRows(rows, width, x, gain, y, mean, rstd), (rows + RowsPerItem - 1) / RowsPerItem);

    public static void Backward(
        WorkerPool pool, Workspaces workspaces, int rows, int width, float* dy, float* x, float* gain, float* mean,
        float* rstd, float* dx, float* dgain, bool accumulate)
    {
        var chunks = (rows + Dot.Chunk - 1) / Dot.Chunk;
        var chains = workspaces.Scratch.Reserve((long)chunks * width);
        var parts = new BackwardParts(rows, width, dy, x, gain, mean, rstd, dx, chains);
        if (LeavesThreadsIdle(chunks, pool.Threads))
            pool.Run(parts, parts.Items);
        else
            pool.Run(new BackwardChunk(parts), chunks);
        for (var i = 0; i < width; i++)
        {
            var total = accumulate ? dgain[i] : 0f;
            for (var chunk = 0; chunk < chunks; chunk++)
                total += chains[((nint)chunk * width) + i];
            dgain[i] = total;
        }
    }

    /// <summary>
    /// Whole chunks are cheapest, because a row is read once for both of its results. But if they occupy the threads to less
    /// than three quarters, the second reading costs less than the waiting.
    /// </summary>
    private static bool LeavesThreadsIdle(int chunks, int threads) =>
        3L * ((chunks + threads - 1) / threads) * threads > 4L * chunks;

    private readonly struct ForwardRows(
        int rows, int width, float* x, float* gain, float* y, float* mean, float* rstd) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
            {
                var row = x + ((nint)r * width);
                var m = RowReduction<TSimd, TVector>.Sum(width, new Element<TSimd, TVector>(row)) / width;
                var variance = RowReduction<TSimd, TVector>.Sum(width, new SquaredDeviation(row, m)) / width;
                var s = 1f / MathF.Sqrt(variance + Epsilon);
                mean[r] = m;
                rstd[r] = s;
                Normalize(row, m, s, y + ((nint)r * width));
            }
        }

        private static float Epsilon => Reference.LayerNorm.Epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Normalize(float* row, float m, float s, float* output)
        {
            var i = 0;
            for (; i + TSimd.Width <= width; i += TSimd.Width)
                NormalizeElements<TSimd, TVector>(row + i, m, s, gain + i, output + i);
            for (; i < width; i++)
                NormalizeElements<SimdScalar, float>(row + i, m, s, gain + i, output + i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void NormalizeElements<TS, TV>(float* row, float m, float s, float* gain, float* output)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var h = TS.Multiply(TS.Subtract(TS.Load(row), TS.Broadcast(m)), TS.Broadcast(s));
            TS.Store(output, TS.Multiply(h, TS.Load(gain)));
        }
    }

    /// <summary>A chunk of rows: dx, and the chains of all columns.</summary>
    private readonly struct BackwardChunk(BackwardParts parts) : IWork
    {
        public void Run(int item, int worker) => parts.RunChunk(item);
    }

    /// <summary>
    /// The same in smaller items, which have nothing to wait for: first dx of some rows each, then the chains of some columns of
    /// a chunk each. No chain is cut, so that its bits stay.
    /// </summary>
    private readonly struct BackwardParts(
        int rows, int width, float* dy, float* x, float* gain, float* mean, float* rstd, float* dx,
        float* chains) : IWork
    {
        public int Items => RowItems + ((rows + Dot.Chunk - 1) / Dot.Chunk * Tiles);

        private int RowItems => (rows + RowsPerItem - 1) / RowsPerItem;

        private int Tiles => (width + ColumnsPerItem - 1) / ColumnsPerItem;

        public void Run(int item, int worker)
        {
            if (item < RowItems)
                RunRows(item * RowsPerItem);
            else
                RunColumns((item - RowItems) / Tiles, (item - RowItems) % Tiles * ColumnsPerItem);
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void RunChunk(int chunk)
        {
            var chain = ChainOf(chunk);
            new Span<float>(chain, width).Clear();
            var end = Math.Min((chunk + 1) * Dot.Chunk, rows);
            for (var r = chunk * Dot.Chunk; r < end; r++)
            {
                var start = (nint)r * width;
                var (meanOfG, meanOfGh) = Means(start, r);
                var i = 0;
                for (; i + TSimd.Width <= width; i += TSimd.Width)
                {
                    AddToChain<TSimd, TVector>(start + i, r, chain + i);
                    AddToGradient<TSimd, TVector>(start + i, i, r, meanOfG, meanOfGh);
                }

                for (; i < width; i++)
                {
                    AddToChain<SimdScalar, float>(start + i, r, chain + i);
                    AddToGradient<SimdScalar, float>(start + i, i, r, meanOfG, meanOfGh);
                }
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void RunRows(int first)
        {
            for (var r = first; r < Math.Min(first + RowsPerItem, rows); r++)
            {
                var start = (nint)r * width;
                var (meanOfG, meanOfGh) = Means(start, r);
                var i = 0;
                for (; i + TSimd.Width <= width; i += TSimd.Width)
                    AddToGradient<TSimd, TVector>(start + i, i, r, meanOfG, meanOfGh);
                for (; i < width; i++)
                    AddToGradient<SimdScalar, float>(start + i, i, r, meanOfG, meanOfGh);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void RunColumns(int chunk, int first)
        {
            var chain = ChainOf(chunk);
            var last = Math.Min(first + ColumnsPerItem, width);
            new Span<float>(chain + first, last - first).Clear();
            var end = Math.Min((chunk + 1) * Dot.Chunk, rows);
            for (var r = chunk * Dot.Chunk; r < end; r++)
            {
                var start = (nint)r * width;
                var i = first;
                for (; i + TSimd.Width <= last; i += TSimd.Width)
                    AddToChain<TSimd, TVector>(start + i, r, chain + i);
                for (; i < last; i++)
                    AddToChain<SimdScalar, float>(start + i, r, chain + i);
            }
        }

        private float* ChainOf(int chunk) => chains + ((nint)chunk * width);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private (float MeanOfG, float MeanOfGh) Means(nint start, int r) => (
            RowReduction<TSimd, TVector>.Sum(width, new ScaledGradient(dy + start, gain)) / width,
            RowReduction<TSimd, TVector>.Sum(
                width, new GradientTimesNormalized(dy + start, gain, x + start, mean[r], rstd[r])) / width);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TV Normalized<TS, TV>(nint index, int r)
            where TS : ISimd<TV>
            where TV : unmanaged =>
            TS.Multiply(TS.Subtract(TS.Load(x + index), TS.Broadcast(mean[r])), TS.Broadcast(rstd[r]));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void AddToChain<TS, TV>(nint index, int r, float* chain)
            where TS : ISimd<TV>
            where TV : unmanaged =>
            TS.Store(chain, TS.FusedMultiplyAdd(TS.Load(dy + index), Normalized<TS, TV>(index, r), TS.Load(chain)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void AddToGradient<TS, TV>(nint index, int i, int r, float meanOfG, float meanOfGh)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var g = TS.Subtract(TS.Multiply(TS.Load(dy + index), TS.Load(gain + i)), TS.Broadcast(meanOfG));
            // fma(h, -b, g) has the bits of fma(-h, b, g): the exact product is the same.
            var result = TS.Multiply(
                TS.FusedMultiplyAdd(Normalized<TS, TV>(index, r), TS.Broadcast(-meanOfGh), g), TS.Broadcast(rstd[r]));
            TS.Store(dx + index, TS.Add(TS.Load(dx + index), result));
        }
    }

    /// <summary>(x - mean)², fused.</summary>
    private readonly struct SquaredDeviation(float* x, float mean) : ITerm<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index)
        {
            var d = TSimd.Subtract(TSimd.Load(x + index), TSimd.Broadcast(mean));
            return TSimd.FusedMultiplyAdd(d, d, lanes);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index, TVector mask)
        {
            var d = TSimd.And(TSimd.Subtract(TSimd.Load(x + index), TSimd.Broadcast(mean)), mask);
            return TSimd.FusedMultiplyAdd(d, d, lanes);
        }
    }

    /// <summary>g = dy gain.</summary>
    private readonly struct ScaledGradient(float* dy, float* gain) : ITerm<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index) => TSimd.Add(lanes, Value(index));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index, TVector mask) =>
            TSimd.Add(lanes, TSimd.And(Value(index), mask));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Value(int index) => TSimd.Multiply(TSimd.Load(dy + index), TSimd.Load(gain + index));
    }

    /// <summary>g h, fused, with h = (x - mean) rstd.</summary>
    private readonly struct GradientTimesNormalized(
        float* dy, float* gain, float* x, float mean, float rstd) : ITerm<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index) => TSimd.FusedMultiplyAdd(G(index), H(index), lanes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index, TVector mask) =>
            TSimd.FusedMultiplyAdd(TSimd.And(G(index), mask), TSimd.And(H(index), mask), lanes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector G(int index) => TSimd.Multiply(TSimd.Load(dy + index), TSimd.Load(gain + index));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector H(int index) => TSimd.Multiply(
            TSimd.Subtract(TSimd.Load(x + index), TSimd.Broadcast(mean)), TSimd.Broadcast(rstd));
    }
}
