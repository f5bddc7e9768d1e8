using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;

namespace Research.Numerics.Cpu;

/// <summary>
/// Causal self-attention as small matrix products of each head; see <see cref="Reference.Attention"/>. Rows are taken
/// in blocks of a tile's height; above the diagonal, entries are computed only as far as a tile's edge reaches.
/// </summary>
internal static unsafe class Attention<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private static int BlockRows => TileGrid<TSimd, TVector>.TileRows;

    public static void Forward(
        WorkerPool pool, Workspaces workspaces, int batch, int time, int heads, int headSize, float* qkv,
        float* probabilities, float* y)
    {
        var padded = Softmax<TSimd, TVector>.PaddedLength(time);
        var keys = Panels<TSimd, TVector>.Length(time, headSize);
        var values = Panels<TSimd, TVector>.Length(headSize, time);
        var share = keys + values + (BlockRows * padded) + NativeFloatBuffer.Padding;
        var scratch = workspaces.Scratch.Reserve(pool.Threads * share);
        pool.Run(
            new ForwardHead(new AttentionShape(time, heads, headSize), padded, qkv, probabilities, y, scratch, share),
            batch * heads);
    }

    public static void Backward(
        WorkerPool pool, Workspaces workspaces, int batch, int time, int heads, int headSize, float* dy, float* qkv,
        float* probabilities, float* dqkv)
    {
        var padded = Softmax<TSimd, TVector>.PaddedLength(time);
        var values = Panels<TSimd, TVector>.Length(time, headSize);
        var others = Panels<TSimd, TVector>.Length(headSize, time);
        var share = values + others + ((long)time * padded) + NativeFloatBuffer.Padding;
        var scratch = workspaces.Scratch.Reserve(pool.Threads * share);
        pool.Run(
            new BackwardHead(new AttentionShape(time, heads, headSize), padded, dy, qkv, probabilities, dqkv, scratch, share),
            batch * heads);
    }

    private readonly struct ForwardHead(
        AttentionShape shape, int padded, float* qkv, float* probabilities, float* y, float* scratch,
        long share) : IWork
    {
        public void Run(int item, int worker)
        {
            var (time, headSize) = (shape.Time, shape.HeadSize);
            var q = shape.Query(qkv, item);
            shape.PrefetchQkv(q);
            var output = shape.Output(y, item);
            Prefetch.Rows(output, time, shape.Width, headSize);
            var memory = scratch + (worker * share);
            var keys = new Panels<TSimd, TVector>(time, headSize, memory);
            keys.Pack(transposed: true, q + shape.Width, shape.Stride);
            memory += Panels<TSimd, TVector>.Length(time, headSize);
            var values = new Panels<TSimd, TVector>(headSize, time, memory);
            values.Pack(transposed: false, q + (2 * shape.Width), shape.Stride);
            var rows = memory + Panels<TSimd, TVector>.Length(headSize, time);
            var p = shape.Probabilities(probabilities, item);
            for (var first = 0; first < time; first += BlockRows)
            {
                var end = Math.Min(first + BlockRows, time);
                Prefetch.Rows(p + ((nint)first * time), end - first, time, time);
                keys.Multiply(
                    end - first, 0, keys.PanelsCovering(end), 0, headSize, q + ((nint)first * shape.Stride),
                    shape.Stride, 1, rows, padded, accumulate: false, wholePanels: true);
                Probabilities(first, end, rows, p + ((nint)first * time));
                values.Multiply(
                    end - first, 0, values.Count, 0, end, rows, padded, 1, output + ((nint)first * shape.Width),
                    shape.Width, accumulate: false);
            }
        }

        /// <summary>Turns scratch rows of scores into probabilities and saves them.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void Probabilities(int first, int end, float* rows, float* saved)
        {
            var maxima = stackalloc float[BlockRows];
            var sums = stackalloc float[BlockRows];
            Softmax<TSimd, TVector>.Exponentials(
                end - first, first + 1, 1, Softmax<TSimd, TVector>.PaddedLength(end),
                Reference.Attention.Scale(shape.HeadSize), rows, padded, rows, padded, maxima, sums);
            for (var r = 0; r < end - first; r++, rows += padded, saved += shape.Time)
            {
                var inverse = 1f / sums[r];
                var i = 0;
                for (; i + TSimd.Width <= end; i += TSimd.Width)
                    Scale<TSimd, TVector>(inverse, rows + i, saved + i);
                for (; i < end; i++)
                    Scale<SimdScalar, float>(inverse, rows + i, saved + i);
                new Span<float>(saved + end, shape.Time - end).Clear();
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Scale<TS, TV>(float factor, float* e, float* saved)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var p = TS.Multiply(TS.Load(e), TS.Broadcast(factor));
            TS.Store(e, p);
            TS.Store(saved, p);
        }
    }

    private readonly struct BackwardHead(
        AttentionShape shape, int padded, float* dy, float* qkv, float* probabilities, float* dqkv, float* scratch,
        long share)
        : IWork
    {
        public void Run(int item, int worker)
        {
            var time = shape.Time;
            var q = shape.Query(qkv, item);
            shape.PrefetchQkv(q);
            var g = shape.Output(dy, item);
            Prefetch.Rows(g, time, shape.Width, shape.HeadSize);
            var dq = shape.Query(dqkv, item);
            shape.PrefetchQkv(dq);
            var p = shape.Probabilities(probabilities, item);
            var memory = scratch + (worker * share);
            var values = new Panels<TSimd, TVector>(time, shape.HeadSize, memory);
            values.Pack(transposed: true, q + (2 * shape.Width), shape.Stride);
            memory += Panels<TSimd, TVector>.Length(time, shape.HeadSize);
            var right = new Panels<TSimd, TVector>(shape.HeadSize, time, memory);
            right.Pack(transposed: false, q + shape.Width, shape.Stride);
            var ds = memory + Panels<TSimd, TVector>.Length(shape.HeadSize, time);
            for (var first = 0; first < time; first += BlockRows)
            {
                var end = Math.Min(first + BlockRows, time);
                var rows = ds + ((nint)first * padded);
                Prefetch.Rows(p + ((nint)first * time), end - first, time, end);
                values.Multiply(
                    end - first, 0, values.PanelsCovering(end), 0, shape.HeadSize, g + ((nint)first * shape.Width),
                    shape.Width, 1, rows, padded, accumulate: false, wholePanels: true);
                ScoreGradients(first, end, p + ((nint)first * time), rows);
                right.Multiply(
                    end - first, 0, right.Count, 0, end, rows, padded, 1, dq + ((nint)first * shape.Stride),
                    shape.Stride, accumulate: false);
            }

            right.Pack(transposed: false, q, shape.Stride);
            MultiplyTransposed(right, ds, padded, dq + shape.Width);
            right.Pack(transposed: false, g, shape.Width);
            MultiplyTransposed(right, p, time, dq + (2 * shape.Width));
        }

        /// <summary>c = aᵀ·right for a lower triangular a, [time, time].</summary>
        private void MultiplyTransposed(Panels<TSimd, TVector> right, float* a, nint stride, float* c)
        {
            for (var first = 0; first < shape.Time; first += BlockRows)
            {
                right.Multiply(
                    Math.Min(BlockRows, shape.Time - first), 0, right.Count, first, shape.Time, a + first, 1, stride,
                    c + ((nint)first * shape.Stride), shape.Stride, accumulate: false);
            }
        }

        /// <summary>Turns rows of dp into ds; above the diagonal, where p is +0, they become zeros.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void ScoreGradients(int first, int end, float* p, float* rows)
        {
            var means = stackalloc float[BlockRows];
            for (var r = 0; r < end - first; r++)
            {
                means[r] = RowReduction<TSimd, TVector>.Sum(
                    first + r + 1, new Product<TSimd, TVector>(p + ((nint)r * shape.Time), rows + ((nint)r * padded)));
            }

            var scale = TSimd.Broadcast(Reference.Attention.Scale(shape.HeadSize));
            for (var r = 0; r < end - first; r++, p += shape.Time, rows += padded)
            {
                for (var i = 0; i < end; i += TSimd.Width)
                {
                    var difference = TSimd.Subtract(TSimd.Load(rows + i), TSimd.Broadcast(means[r]));
                    TSimd.Store(rows + i, TSimd.Multiply(TSimd.Multiply(TSimd.Load(p + i), difference), scale));
                }
            }
        }
    }
}
