using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using static Research.Numerics.Reference.Gelu;

namespace Research.Numerics.Cpu;

/// <summary>Gaussian error linear unit; see <see cref="Reference.Gelu"/>.</summary>
internal static unsafe class Gelu<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    public static void Forward(WorkerPool pool, int length, float* x, float* y) =>
        Elementwise<TSimd, TVector>.Run(pool, length, new ForwardKernel(x, y));

    public static void Backward(WorkerPool pool, int length, float* x, float* dy, float* dx) =>
        Elementwise<TSimd, TVector>.Run(pool, length, new BackwardKernel(x, dy, dx));

    /// <summary>1 + exp(-z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Denominator<TS, TV>(TV x, TV square)
        where TS : ISimd<TV>
        where TV : unmanaged
    {
        // -z = (-scale)·w has the bits of -(scale·w): negation is exact.
        var w = TS.FusedMultiplyAdd(TS.Multiply(TS.Broadcast(Cubic), square), x, x);
        var z = TS.Multiply(TS.Broadcast(-Scale), w);
        return TS.Add(TS.Broadcast(1f), SimdFunctions<TS, TV>.Exp(z));
    }

    private readonly struct ForwardKernel(float* x, float* y) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TS, TV>(nint index)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var v = TS.Load(x + index);
            TS.Store(y + index, TS.Divide(v, Denominator<TS, TV>(v, TS.Multiply(v, v))));
        }
    }

    private readonly struct BackwardKernel(float* x, float* dy, float* dx) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TS, TV>(nint index)
            where TS : ISimd<TV>
            where TV : unmanaged
        {
            var one = TS.Broadcast(1f);
            var v = TS.Load(x + index);
            var square = TS.Multiply(v, v);
            var s = TS.Divide(one, Denominator<TS, TV>(v, square));
            var slope = TS.Multiply(
                TS.Broadcast(Scale), TS.FusedMultiplyAdd(TS.Broadcast(ThreeCubic), square, one));
            var bend = TS.Multiply(TS.Multiply(v, s), TS.Subtract(one, s));
            TS.Store(dx + index, TS.Multiply(TS.Load(dy + index), TS.FusedMultiplyAdd(bend, slope, s)));
        }
    }
}
