using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Logarithm of the softmax of each row; see <see cref="Reference.LogSoftmax"/>.</summary>
internal static unsafe class LogSoftmax<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 64;

    public static void Run(WorkerPool pool, Workspaces workspaces, int rows, int vocabulary, float* logits, float* y)
    {
        var padded = Softmax<TSimd, TVector>.PaddedLength(vocabulary);
        var scratch = workspaces.Scratch.Reserve((long)pool.Threads * padded);
        pool.Run(new Rows(rows, vocabulary, padded, logits, y, scratch), (rows + RowsPerItem - 1) / RowsPerItem);
    }

    private readonly struct Rows(int rows, int vocabulary, int padded, float* logits, float* y, float* scratch) : IWork
    {
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
                Row(logits + ((nint)r * vocabulary), scratch + ((nint)worker * padded), y + ((nint)r * vocabulary));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Row(float* s, float* e, float* output)
        {
            var (maximum, sum) = Softmax<TSimd, TVector>.Exponentials(vocabulary, padded, 1f, s, e);
            var logarithm = FloatFunctions.Log(sum);
            var i = 0;
            for (; i + TSimd.Width <= vocabulary; i += TSimd.Width)
            {
                var shifted = TSimd.Subtract(TSimd.Load(s + i), TSimd.Broadcast(maximum));
                TSimd.Store(output + i, TSimd.Subtract(shifted, TSimd.Broadcast(logarithm)));
            }

            for (; i < vocabulary; i++)
                output[i] = s[i] - maximum - logarithm;
        }
    }
}
