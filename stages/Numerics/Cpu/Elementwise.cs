using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>Runs element-wise kernels in parts; elements that fill no vector are computed one by one.</summary>
internal static class Elementwise<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private const int Part = 8192;

    public static void Run<TKernel>(WorkerPool pool, int length, TKernel kernel)
        where TKernel : unmanaged, IElementwise =>
        pool.Run(new Parts<TKernel>(length, kernel), (int)(((long)length + Part - 1) / Part));

    private readonly struct Parts<TKernel>(int length, TKernel kernel) : IWork
        where TKernel : unmanaged, IElementwise
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void Run(int item, int worker)
        {
            var index = (nint)item * Part;
            var end = Math.Min(index + Part, length);
            for (; index + TSimd.Width <= end; index += TSimd.Width)
                kernel.Apply<TSimd, TVector>(index);
            for (; index < end; index++)
                kernel.Apply<SimdScalar, float>(index);
        }
    }
}
