using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>A kernel whose every element stands for itself.</summary>
internal interface IElementwise
{
    /// <summary>Computes the elements from <paramref name="index"/> on, one vector of them.</summary>
    void Apply<TSimd, TVector>(nint index)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
