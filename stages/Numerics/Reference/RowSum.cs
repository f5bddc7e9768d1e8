namespace Research.Numerics.Reference;

/// <summary>
/// Reduction along a row (rule S2). 32 lanes start at +0; lane l takes elements l, l + 32, l + 64, ... ascending. The
/// lanes are folded by halves: lane l += lane l + 16, then 8, 4, 2, 1.
/// </summary>
internal static class RowSum
{
    /// <summary>Number of lanes.</summary>
    public const int Lanes = 32;

    /// <summary>Sum of x.</summary>
    public static float Sum(ReadOnlySpan<float> x)
    {
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] += x[i];
        return Fold(lanes);
    }

    /// <summary>Sum of the products a[i] b[i], fused; a and b of one length.</summary>
    public static float SumOfProducts(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < a.Length; i++)
            lanes[i % Lanes] = ExactFma.Compute(a[i], b[i], lanes[i % Lanes]);
        return Fold(lanes);
    }

    /// <summary>Sum of the 32 lanes, which are overwritten; never -0.</summary>
    public static float Fold(Span<float> lanes)
    {
        for (var half = Lanes / 2; half > 0; half /= 2)
        {
            for (var l = 0; l < half; l++)
                lanes[l] += lanes[l + half];
        }

        return lanes[0] + 0f;
    }
}
