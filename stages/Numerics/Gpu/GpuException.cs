namespace Research.Numerics.Gpu;

/// <summary>A GPU, its driver or its compiler refused something.</summary>
/// <param name="what">What was refused and why, without a full stop.</param>
/// <param name="remedy">What to do: a sentence.</param>
public sealed class GpuException(string what, string remedy = "Use the processor: --device cpu.") : Exception($"{what}. {remedy}")
{
    /// <summary>What was refused and why.</summary>
    public string What { get; } = what;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
