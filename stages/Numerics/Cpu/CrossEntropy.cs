using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Softmax cross-entropy of each row and its gradient; see <see cref="Reference.CrossEntropy"/>.</summary>
internal static unsafe class CrossEntropy<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    public static void Run(
        WorkerPool pool, Workspaces workspaces, int rows, int vocabulary, float* logits, int* targets, float scale,
        float* losses, float* dlogits)
    {
        var block = new SoftmaxBlock<TSimd, TVector>(rows, vocabulary, logits, workspaces.Scratch, pool.Threads);
        pool.Run(new Blocks(block, targets, scale, losses, dlogits), block.Items);
    }

    private readonly struct Blocks(
        SoftmaxBlock<TSimd, TVector> block, int* targets, float scale, float* losses, float* dlogits) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            block.Exponentials(
                item, worker, out var first, out var count, out var s, out var e, out var maxima, out var sums);
            for (var r = 0; r < count; r++, s += block.Vocabulary, e += block.Padded)
            {
                var gradient = dlogits + ((nint)(first + r) * block.Vocabulary);
                var target = targets[first + r];
                if (target == -1)
                {
                    losses[first + r] = 0f;
                    new Span<float>(gradient, block.Vocabulary).Clear();
                    continue;
                }

                losses[first + r] = FloatFunctions.Log(sums[r]) + maxima[r] - s[target];
                Gradient(1f / sums[r], target, e, gradient);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Gradient(float inverse, int target, float* e, float* gradient)
        {
            var i = 0;
            for (; i + TSimd.Width <= block.Vocabulary; i += TSimd.Width)
            {
                var p = TSimd.Multiply(TSimd.Load(e + i), TSimd.Broadcast(inverse));
                TSimd.Store(gradient + i, TSimd.Multiply(p, TSimd.Broadcast(scale)));
            }

            for (; i < block.Vocabulary; i++)
                gradient[i] = e[i] * inverse * scale;
            gradient[target] = ((e[target] * inverse) - 1f) * scale;
        }
    }
}
