namespace Research.Numerics.Reference;

/// <summary>Squared distance of each row to its target (rule S2), and its gradient.</summary>
public static class SquaredError
{
    /// <summary>
    /// With d = y - target: losses[r] = the sum of the d² of the row, fused; dy = d scale, where scale holds the 2 of the
    /// derivative. y, target, dy: [rows, width]; losses: [rows]; dy may be y.
    /// </summary>
    public static void Run(
        int rows, int width, ReadOnlySpan<float> y, ReadOnlySpan<float> target, float scale, Span<float> losses,
        Span<float> dy)
    {
        var d = new float[width];
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < width; i++)
                d[i] = y[(r * width) + i] - target[(r * width) + i];
            losses[r] = RowSum.SumOfProducts(d, d);
            for (var i = 0; i < width; i++)
                dy[(r * width) + i] = d[i] * scale;
        }
    }
}
