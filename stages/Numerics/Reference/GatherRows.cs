namespace Research.Numerics.Reference;

/// <summary>Copy of chosen rows.</summary>
public static class GatherRows
{
    /// <summary>y[i] = x[indices[i]]. indices: [rows]; x: [any, width]; y: [rows, width].</summary>
    public static void Run(int rows, int width, ReadOnlySpan<int> indices, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < rows; i++)
            x.Slice(indices[i] * width, width).CopyTo(y[(i * width)..]);
    }
}
