using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>Logistic function; see <see cref="Reference.Sigmoid"/>.</summary>
internal static unsafe class Sigmoid<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    public static void Forward(WorkerPool pool, int length, float* x, float* y) =>
        Elementwise<TSimd, TVector>.Run(pool, length, new ForwardKernel(x, y));

    public static void Backward(WorkerPool pool, int length, float* y, float* dy, float* dx) =>
        Elementwise<TSimd, TVector>.Run(pool, length, new BackwardKernel(y, dy, dx));

    private readonly struct ForwardKernel(float* x, float* y) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TS, TV>(nint index)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var one = TS.Broadcast(1f);
            // -1·x has the bits of -x.
            var negative = TS.Multiply(TS.Broadcast(-1f), TS.Load(x + index));
            TS.Store(y + index, TS.Divide(one, TS.Add(one, SimdFunctions<TS, TV>.Exp(negative))));
        }
    }

    private readonly struct BackwardKernel(float* y, float* dy, float* dx) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TS, TV>(nint index)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var s = TS.Load(y + index);
            var slope = TS.Multiply(s, TS.Subtract(TS.Broadcast(1f), s));
            TS.Store(dx + index, TS.Multiply(TS.Load(dy + index), slope));
        }
    }
}
