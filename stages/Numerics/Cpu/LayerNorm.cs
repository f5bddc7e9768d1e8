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

    public static void Forward(
        WorkerPool pool, int rows, int width, float* x, float* gain, float* y, float* mean, float* rstd) =>
        pool.Run(new ForwardRows(rows, width, x, gain, y, mean, rstd), (rows + RowsPerItem - 1) / RowsPerItem);

    public static void Backward(
        WorkerPool pool, Workspaces workspaces, int rows, int width, float* dy, float* x, float* gain, float* mean,
        float* rstd, float* dx, float* dgain, bool accumulate)
    {
        var chunks = (rows + Dot.Chunk - 1) / Dot.Chunk;
        var chains = workspaces.Scratch.Reserve((long)chunks * width);
        pool.Run(new BackwardChunk(rows, width, dy, x, gain, mean, rstd, dx, chains), chunks);
        for (var i = 0; i < width; i++)
        {
            var total = accumulate ? dgain[i] : 0f;
            for (var chunk = 0; chunk < chunks; chunk++)
                total += chains[((nint)chunk * width) + i];
            dgain[i] = total;
        }
    }

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

    private readonly struct BackwardChunk(
        int rows, int width, float* dy, float* x, float* gain, float* mean, float* rstd, float* dx,
        float* chains) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var chain = chains + ((nint)item * width);
            new Span<float>(chain, width).Clear();
            var end = Math.Min((item + 1) * Dot.Chunk, rows);
            for (var r = item * Dot.Chunk; r < end; r++)
            {
                var start = (nint)r * width;
                var meanOfG = RowReduction<TSimd, TVector>.Sum(width, new ScaledGradient(dy + start, gain)) / width;
                var meanOfGh = RowReduction<TSimd, TVector>.Sum(
                    width, new GradientTimesNormalized(dy + start, gain, x + start, mean[r], rstd[r])) / width;
                var i = 0;
                for (; i + TSimd.Width <= width; i += TSimd.Width)
                    BackwardElements<TSimd, TVector>(start, i, r, meanOfG, meanOfGh, chain + i);
                for (; i < width; i++)
                    BackwardElements<SimdScalar, float>(start, i, r, meanOfG, meanOfGh, chain + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void BackwardElements<TS, TV>(nint start, int i, int r, float meanOfG, float meanOfGh, float* chain)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var s = TS.Broadcast(rstd[r]);
            var h = TS.Multiply(TS.Subtract(TS.Load(x + start + i), TS.Broadcast(mean[r])), s);
            var gradient = TS.Load(dy + start + i);
            TS.Store(chain, TS.FusedMultiplyAdd(gradient, h, TS.Load(chain)));
            var g = TS.Subtract(TS.Multiply(gradient, TS.Load(gain + i)), TS.Broadcast(meanOfG));
            // fma(h, -b, g) has the bits of fma(-h, b, g): the exact product is the same.
            var result = TS.Multiply(TS.FusedMultiplyAdd(h, TS.Broadcast(-meanOfGh), g), s);
            TS.Store(dx + start + i, TS.Add(TS.Load(dx + start + i), result));
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
