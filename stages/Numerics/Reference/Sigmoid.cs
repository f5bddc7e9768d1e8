namespace Research.Numerics.Reference;

/// <summary>
/// Logistic function 1 / (1 + exp(-x)). Largest relative error 2.4e-7 from -87 on; there the exponential saturates, and
/// the result stays at 6.06e-39.
/// </summary>
public static class Sigmoid
{
    /// <summary>y = 1 / (1 + exp(-x)). x, y of one length; y may be x.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 1f / (1f + FloatFunctions.Exp(-x[i]));
    }

    /// <summary>dx = dy (y (1 - y)), of the forward pass's y. All of one length; dx may be dy.</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        for (var i = 0; i < dx.Length; i++)
            dx[i] = dy[i] * (y[i] * (1f - y[i]));
    }
}
