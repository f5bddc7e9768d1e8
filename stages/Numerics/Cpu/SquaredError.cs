using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>Squared distance of each row to its target, and its gradient; see <see cref="Reference.SquaredError"/>.</summary>
internal static unsafe class SquaredError<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 16;

    public static void Run(
        WorkerPool pool, int rows, int width, float* y, float* target, float scale, float* losses, float* dy) =>
        pool.Run(new Rows(rows, width, y, target, scale, losses, dy), (rows + RowsPerItem - 1) / RowsPerItem);

    private readonly struct Rows(
        int rows, int width, float* y, float* target, float scale, float* losses, float* dy) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
            {
                var start = (nint)r * width;
                losses[r] = RowReduction<TSimd, TVector>.Sum(width, new SquaredDifference(y + start, target + start));
                var i = start;
                for (; i + TSimd.Width <= start + width; i += TSimd.Width)
                    Gradient<TSimd, TVector>(i);
                for (; i < start + width; i++)
                    Gradient<SimdScalar, float>(i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Gradient<TS, TV>(nint i)
            where TS : ISimd<TV>
            where TV : unmanaged =>
            TS.Store(dy + i, TS.Multiply(TS.Subtract(TS.Load(y + i), TS.Load(target + i)), TS.Broadcast(scale)));
    }

    /// <summary>(y - target)², fused.</summary>
    private readonly struct SquaredDifference(float* y, float* target) : ITerm<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index)
        {
            var d = TSimd.Subtract(TSimd.Load(y + index), TSimd.Load(target + index));
            return TSimd.FusedMultiplyAdd(d, d, lanes);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accumulate(TVector lanes, int index, TVector mask)
        {
            var d = TSimd.And(TSimd.Subtract(TSimd.Load(y + index), TSimd.Load(target + index)), mask);
            return TSimd.FusedMultiplyAdd(d, d, lanes);
        }
    }
}
