using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Sum of token and position embedding; see <see cref="Reference.Embedding"/>.</summary>
internal static unsafe class Embedding<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 64;
    private const int ColumnsPerItem = 32;
    private const int PositionsPerItem = 16;

    public static void Forward(
        WorkerPool pool, int rows, int time, int width, int* tokens, float* tokenTable, float* positionTable,
        float* x) =>
        pool.Run(
            new ForwardRows(rows, time, width, tokens, tokenTable, positionTable, x),
            (rows + RowsPerItem - 1) / RowsPerItem);

    public static void Backward(
        WorkerPool pool, Workspaces workspaces, int rows, int time, int width, int* tokens, float* dx, int vocabulary,
        float* tokenGradient, int positions, float* positionGradient)
    {
        // Chain and total of every token, for the columns of an item.
        var share = (long)vocabulary * 2 * ColumnsPerItem;
        var scratch = workspaces.Scratch.Reserve(pool.Threads * share);
        pool.Run(
            new TokenColumns(rows, width, tokens, dx, vocabulary, tokenGradient, scratch, share),
            (width + ColumnsPerItem - 1) / ColumnsPerItem);
        pool.Run(
            new PositionRows(rows, time, width, dx, positions, positionGradient),
            (positions + PositionsPerItem - 1) / PositionsPerItem);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(int count, float* a, float* b, float* sum)
    {
        var i = 0;
        for (; i + TSimd.Width <= count; i += TSimd.Width)
            TSimd.Store(sum + i, TSimd.Add(TSimd.Load(a + i), TSimd.Load(b + i)));
        for (; i < count; i++)
            sum[i] = a[i] + b[i];
    }

    private readonly struct ForwardRows(
        int rows, int time, int width, int* tokens, float* tokenTable, float* positionTable, float* x) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
            {
                AddTo(
                    width, tokenTable + ((nint)tokens[r] * width), positionTable + ((nint)(r % time) * width),
                    x + ((nint)r * width));
            }
        }
    }

    private readonly struct TokenColumns(
        int rows, int width, int* tokens, float* dx, int vocabulary, float* tokenGradient, float* scratch,
        long share) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var column = item * ColumnsPerItem;
            var count = Math.Min(ColumnsPerItem, width - column);
            var chains = scratch + (worker * share);
            new Span<float>(chains, checked((int)share)).Clear();
            var totals = chains + ((nint)vocabulary * ColumnsPerItem);
            for (var start = 0; start < rows; start += Dot.Chunk)
            {
                var end = Math.Min(start + Dot.Chunk, rows);
                for (var r = start; r < end; r++)
                {
                    var chain = chains + ((nint)tokens[r] * ColumnsPerItem);
                    AddTo(count, chain, dx + ((nint)r * width) + column, chain);
                }

                // A token that comes again adds its emptied chain, +0, which changes nothing.
                for (var r = start; r < end; r++)
                {
                    var chain = chains + ((nint)tokens[r] * ColumnsPerItem);
                    var total = totals + ((nint)tokens[r] * ColumnsPerItem);
                    AddTo(count, total, chain, total);
                    new Span<float>(chain, count).Clear();
                }
            }

            for (var token = 0; token < vocabulary; token++)
            {
                var gradient = tokenGradient + ((nint)token * width) + column;
                AddTo(count, gradient, totals + ((nint)token * ColumnsPerItem), gradient);
            }
        }
    }

    private readonly struct PositionRows(
        int rows, int time, int width, float* dx, int positions, float* positionGradient) : IWork
    {
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * PositionsPerItem, positions);
            for (var position = item * PositionsPerItem; position < end; position++)
            {
                var batches = position < time ? (rows - position + time - 1) / time : 0;
                var first = dx + ((nint)position * width);
                var gradient = positionGradient + ((nint)position * width);
                var i = 0;
                for (; i + TSimd.Width <= width; i += TSimd.Width)
                    TSimd.Store(gradient + i, Total<TSimd, TVector>(batches, first + i));
                for (; i < width; i++)
                    gradient[i] = Total<SimdScalar, float>(batches, first + i);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private TV Total<TS, TV>(int batches, float* first)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var total = TS.Broadcast(0f);
            for (var start = 0; start < batches; start += Dot.Chunk)
            {
                var chain = TS.Broadcast(0f);
                for (var b = start; b < Math.Min(start + Dot.Chunk, batches); b++)
                    chain = TS.Add(chain, TS.Load(first + ((nint)b * time * width)));
                total = TS.Add(total, chain);
            }

            return total;
        }
    }
}
