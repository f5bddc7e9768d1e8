using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Softmax cross-entropy of each row and its gradient; see <see cref="Reference.CrossEntropy"/>.</summary>
internal static unsafe class CrossEntropy<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int RowsPerItem = 64;

    public static void Run(
        WorkerPool pool, Workspaces workspaces, int rows, int vocabulary, float* logits, int* targets, float scale,
        float* losses, float* dlogits)
    {
        var padded = Softmax<TSimd, TVector>.PaddedLength(vocabulary);
        var scratch = workspaces.Scratch.Reserve((long)pool.Threads * padded);
        pool.Run(
            new Rows(rows, vocabulary, padded, logits, targets, scale, losses, dlogits, scratch),
            (rows + RowsPerItem - 1) / RowsPerItem);
    }

    private readonly struct Rows(
        int rows, int vocabulary, int padded, float* logits, int* targets, float scale, float* losses, float* dlogits,
        float* scratch) : IWork
    {
        public void Run(int item, int worker)
        {
            var e = scratch + ((nint)worker * padded);
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var r = item * RowsPerItem; r < end; r++)
            {
                var gradient = dlogits + ((nint)r * vocabulary);
                if (targets[r] == -1)
                {
                    losses[r] = 0f;
                    new Span<float>(gradient, vocabulary).Clear();
                }
                else
                {
                    losses[r] = Row(logits + ((nint)r * vocabulary), targets[r], e, gradient);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private float Row(float* s, int target, float* e, float* gradient)
        {
            var targetLogit = s[target];
            var (maximum, sum) = Softmax<TSimd, TVector>.Exponentials(vocabulary, padded, 1f, s, e);
            var inverse = 1f / sum;
            var i = 0;
            for (; i + TSimd.Width <= vocabulary; i += TSimd.Width)
            {
                var p = TSimd.Multiply(TSimd.Load(e + i), TSimd.Broadcast(inverse));
                TSimd.Store(gradient + i, TSimd.Multiply(p, TSimd.Broadcast(scale)));
            }

            for (; i < vocabulary; i++)
                gradient[i] = e[i] * inverse * scale;
            gradient[target] = ((e[target] * inverse) - 1f) * scale;
            return FloatFunctions.Log(sum) + maximum - targetLogit;
        }
    }
}
