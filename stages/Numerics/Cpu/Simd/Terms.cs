using System.Runtime.CompilerServices;

namespace Research.Numerics.Cpu.Simd;

/// <summary>x[i].</summary>
internal readonly unsafe struct Element<TSimd, TVector>(float* x) : ITerm<TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Accumulate(TVector lanes, int index) => TSimd.Add(lanes, TSimd.Load(x + index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Accumulate(TVector lanes, int index, TVector mask) =>
        TSimd.Add(lanes, TSimd.And(TSimd.Load(x + index), mask));
}

/// <summary>a[i] b[i], fused.</summary>
internal readonly unsafe struct Product<TSimd, TVector>(float* a, float* b) : ITerm<TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Accumulate(TVector lanes, int index) =>
        TSimd.FusedMultiplyAdd(TSimd.Load(a + index), TSimd.Load(b + index), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Accumulate(TVector lanes, int index, TVector mask) => TSimd.FusedMultiplyAdd(
        TSimd.And(TSimd.Load(a + index), mask), TSimd.And(TSimd.Load(b + index), mask), lanes);
}
