using System.Runtime.CompilerServices;

namespace Research.Numerics.Cpu.Simd;

/// <summary>Elementary functions lane by lane; the same operations as <see cref="Reference.FloatFunctions"/>.</summary>
internal static class SimdFunctions<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>e^x; see <see cref="Reference.FloatFunctions.Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        var magic = TSimd.Broadcast(12582912f);
        x = TSimd.Larger(TSimd.Broadcast(-87f), x);
        x = TSimd.Smaller(TSimd.Broadcast(88f), x);
        var shifted = TSimd.FusedMultiplyAdd(x, TSimd.Broadcast(1.44269504088896341f), magic);
        var f = TSimd.Subtract(shifted, magic);
        var r = TSimd.FusedMultiplyAdd(f, TSimd.Broadcast(-0.693359375f), x);
        r = TSimd.FusedMultiplyAdd(f, TSimd.Broadcast(2.12194440e-4f), r);
        var p = TSimd.Broadcast(1.9875691500e-4f);
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Broadcast(1.3981999507e-3f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Broadcast(8.3334519073e-3f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Broadcast(4.1665795894e-2f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Broadcast(1.6666665459e-1f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Broadcast(5.0000001201e-1f));
        p = TSimd.FusedMultiplyAdd(p, TSimd.Multiply(r, r), r);
        p = TSimd.Add(p, TSimd.Broadcast(1f));
        return TSimd.Multiply(p, TSimd.PowerOfTwo(shifted));
    }
}
