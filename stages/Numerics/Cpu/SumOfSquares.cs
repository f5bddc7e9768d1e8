using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Sum of squares in double precision; see <see cref="Reference.SumOfSquares"/>.</summary>
internal static unsafe class SumOfSquares
{
    private const int Chunk = Reference.SumOfSquares.Chunk;

    public static double Run(WorkerPool pool, Workspaces workspaces, int length, float* x)
    {
        var chunks = (int)(((long)length + Chunk - 1) / Chunk);
        var sums = (double*)workspaces.Scratch.Reserve(2L * chunks);
        pool.Run(new Chunks(length, x, sums), chunks);
        var total = 0.0;
        for (var chunk = 0; chunk < chunks; chunk++)
            total += sums[chunk];
        return total;
    }

    private readonly struct Chunks(int length, float* x, double* sums) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var first = (nint)item * Chunk;
            var count = (int)Math.Min(Chunk, length - first);
            var whole = Vector128.IsHardwareAccelerated ? count / RowSum.Lanes * RowSum.Lanes : 0;
            var lanes = stackalloc double[RowSum.Lanes];
            new Span<double>(lanes, RowSum.Lanes).Clear();
            for (var lane = 0; lane < RowSum.Lanes && whole > 0; lane += 8)
                AddEightLanes(whole, x + first + lane, lanes + lane);
            for (var i = whole; i < count; i++)
                lanes[i % RowSum.Lanes] += (double)x[first + i] * x[first + i];
            for (var half = RowSum.Lanes / 2; half > 0; half /= 2)
            {
                for (var l = 0; l < half; l++)
                    lanes[l] += lanes[l + half];
            }

            sums[item] = lanes[0];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddEightLanes(int count, float* x, double* lanes)
        {
            Vector128<double> l0, l1, l2, l3;
            l0 = l1 = l2 = l3 = Vector128<double>.Zero;
            for (var i = 0; i < count; i += RowSum.Lanes)
            {
                var (v0, v1) = Vector128.Widen(Vector128.Load(x + i));
                var (v2, v3) = Vector128.Widen(Vector128.Load(x + i + 4));
                l0 += v0 * v0;
                l1 += v1 * v1;
                l2 += v2 * v2;
                l3 += v3 * v3;
            }

            l0.Store(lanes);
            l1.Store(lanes + 2);
            l2.Store(lanes + 4);
            l3.Store(lanes + 6);
        }
    }
}
