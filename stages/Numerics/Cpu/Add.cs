using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>Sum of two tensors; see <see cref="Reference.Add"/>.</summary>
internal readonly unsafe struct Add(float* a, float* b, float* y) : IElementwise
{
    public static void Run<TSimd, TVector>(WorkerPool pool, int length, float* a, float* b, float* y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged => Elementwise<TSimd, TVector>.Run(pool, length, new Add(a, b, y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TSimd, TVector>(nint index)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Store(y + index, TSimd.Add(TSimd.Load(a + index), TSimd.Load(b + index)));
}
