namespace Research.Numerics.Cpu.Simd;

/// <summary>What a row reduction adds up.</summary>
internal interface ITerm<TVector>
    where TVector : unmanaged
{
    /// <summary>Adds the terms of the elements from <paramref name="index"/> on to the lanes.</summary>
    TVector Accumulate(TVector lanes, int index);

    /// <summary>The same with +0 in place of the elements that the mask leaves out, which may hold anything.</summary>
    TVector Accumulate(TVector lanes, int index, TVector mask);
}
