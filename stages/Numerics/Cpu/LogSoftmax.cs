using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Logarithm of the softmax of each row; see <see cref="Reference.LogSoftmax"/>.</summary>
internal static unsafe class LogSoftmax<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    public static void Run(WorkerPool pool, Workspaces workspaces, int rows, int vocabulary, float* logits, float* y)
    {
        var block = new SoftmaxBlock<TSimd, TVector>(rows, vocabulary, logits, workspaces.Scratch, pool.Threads);
        pool.Run(new Blocks(block, y), block.Items);
    }

    private readonly struct Blocks(SoftmaxBlock<TSimd, TVector> block, float* y) : IWork
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            block.Exponentials(
                item, worker, out var first, out var count, out var s, out _, out var maxima, out var sums);
            for (var r = 0; r < count; r++, s += block.Vocabulary)
            {
                var output = y + ((nint)(first + r) * block.Vocabulary);
                var logarithm = FloatFunctions.Log(sums[r]);
                var i = 0;
                for (; i + TSimd.Width <= block.Vocabulary; i += TSimd.Width)
                {
                    var shifted = TSimd.Subtract(TSimd.Load(s + i), TSimd.Broadcast(maxima[r]));
                    TSimd.Store(output + i, TSimd.Subtract(shifted, TSimd.Broadcast(logarithm)));
                }

                for (; i < block.Vocabulary; i++)
                    output[i] = s[i] - maxima[r] - logarithm;
            }
        }
    }
}
