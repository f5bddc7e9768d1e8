using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>One number added to each column, and its gradient; see <see cref="Reference.Bias"/>.</summary>
internal static unsafe class Bias<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 128;

    public static void Forward(WorkerPool pool, int rows, int width, float* x, float* bias, float* y) =>
        pool.Run(new ForwardRows(rows, width, x, bias, y), (rows + RowsPerItem - 1) / RowsPerItem);

    public static void Backward(WorkerPool pool, Workspaces workspaces, int rows, int width, float* dy, float* dbias)
    {
        var chunks = (rows + Dot.Chunk - 1) / Dot.Chunk;
        var chains = workspaces.Scratch.Reserve((long)chunks * width);
        pool.Run(new BackwardChunk(rows, width, dy, chains), chunks);
        new Span<float>(dbias, width).Clear();
        for (var chunk = 0; chunk < chunks; chunk++)
            AddTo(width, dbias, chains + ((nint)chunk * width), dbias);
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

    private readonly struct ForwardRows(int rows, int width, float* x, float* bias, float* y) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
                AddTo(width, x + ((nint)r * width), bias, y + ((nint)r * width));
        }
    }

    private readonly struct BackwardChunk(int rows, int width, float* dy, float* chains) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var chain = chains + ((nint)item * width);
            new Span<float>(chain, width).Clear();
            var end = Math.Min((item + 1) * Dot.Chunk, rows);
            for (var r = item * Dot.Chunk; r < end; r++)
                AddTo(width, chain, dy + ((nint)r * width), chain);
        }
    }
}
