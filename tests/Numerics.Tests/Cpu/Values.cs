namespace Research.Numerics.Tests.Cpu;

/// <summary>What the numbers of a test look like.</summary>
public enum Values
{
    /// <summary>Uniform in [-1, 1).</summary>
    Uniform,

    /// <summary>Half of them zeros of both signs, in runs.</summary>
    Zeros,

    /// <summary>Denormal numbers of both signs.</summary>
    Denormal,

    /// <summary>About 1e-25: products underflow to zeros of both signs, also inside a chain.</summary>
    Underflow,

    /// <summary>About 1e18: products come near the largest float.</summary>
    Large,

    /// <summary>Magnitudes from 1e-20 to 1e3.</summary>
    Wide,
}
