namespace Research.Conformance.Cases;

/// <summary>What the numbers of a case look like.</summary>
internal enum Numbers
{
    /// <summary>Uniform in [-1, 1).</summary>
    Uniform,

    /// <summary>Half of them zeros of both signs, in long runs.</summary>
    Zeros,

    /// <summary>Denormal numbers of both signs.</summary>
    Denormal,

    /// <summary>From 1e-30 to 1e-22: products underflow to zeros of both signs, also inside a chain.</summary>
    Underflow,

    /// <summary>Up to 1e18: products come near the largest float.</summary>
    Large,

    /// <summary>Magnitudes from 1e-20 to 1e3.</summary>
    Wide,
}
