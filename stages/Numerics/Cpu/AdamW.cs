using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>AdamW, element by element; see <see cref="Reference.AdamW"/>.</summary>
internal readonly unsafe struct AdamW(float* p, float* g, float* m, float* v, AdamWStep step) : IElementwise
{
    public static void Run<TSimd, TVector>(
        WorkerPool pool, int length, float* p, float* g, float* m, float* v, in AdamWStep step)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged => Elementwise<TSimd, TVector>.Run(pool, length, new AdamW(p, g, m, v, step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TSimd, TVector>(nint index)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        var gradient = TSimd.Multiply(TSimd.Load(g + index), TSimd.Broadcast(step.Clip));
        var first = TSimd.FusedMultiplyAdd(
            TSimd.Broadcast(step.Beta1), TSimd.Load(m + index),
            TSimd.Multiply(TSimd.Broadcast(step.OneMinusBeta1), gradient));
        var second = TSimd.FusedMultiplyAdd(
            TSimd.Broadcast(step.Beta2), TSimd.Load(v + index),
            TSimd.Multiply(TSimd.Multiply(TSimd.Broadcast(step.OneMinusBeta2), gradient), gradient));
        TSimd.Store(m + index, first);
        TSimd.Store(v + index, second);
        var root = TSimd.SquareRoot(TSimd.Multiply(second, TSimd.Broadcast(step.Correction2)));
        var update = TSimd.Divide(
            TSimd.Multiply(first, TSimd.Broadcast(step.Correction1)), TSimd.Add(root, TSimd.Broadcast(step.Epsilon)));
        var parameter = TSimd.Load(p + index);
        update = TSimd.FusedMultiplyAdd(TSimd.Broadcast(step.WeightDecay), parameter, update);
        TSimd.Store(p + index, TSimd.FusedMultiplyAdd(TSimd.Broadcast(-step.LearningRate), update, parameter));
    }
}
