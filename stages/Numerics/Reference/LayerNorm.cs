namespace Research.Numerics.Reference;

/// <summary>Layer normalization over rows without offset (rule S2; the gain's gradient rule S3).</summary>
public static class LayerNorm
{
    /// <summary>Added to the variance.</summary>
    public const float Epsilon = 1e-5f;

    /// <summary>
    /// y = ((x - mean) rstd) gain, the variance from a second pass. x, y: [rows, width]; gain: [width];
    /// mean, rstd (saved for the backward pass): [rows].
    /// </summary>
    public static void Forward(
        int rows, int width, ReadOnlySpan<float> x, ReadOnlySpan<float> gain, Span<float> y, Span<float> mean,
        Span<float> rstd)
    {
        Span<float> lanes = stackalloc float[RowSum.Lanes];
        for (var r = 0; r < rows; r++)
        {
            var row = x.Slice(r * width, width);
            mean[r] = RowSum.Sum(row) / width;
            lanes.Clear();
            for (var i = 0; i < width; i++)
                lanes[i % RowSum.Lanes] = ExactFma.Compute(row[i] - mean[r], row[i] - mean[r], lanes[i % RowSum.Lanes]);
            rstd[r] = 1f / MathF.Sqrt((RowSum.Fold(lanes) / width) + Epsilon);
            for (var i = 0; i < width; i++)
                y[(r * width) + i] = (row[i] - mean[r]) * rstd[r] * gain[i];
        }
    }

    /// <summary>
    /// With h = (x - mean) rstd and g = dy gain: dx = dx + (g - mean of g - h · mean of g h) rstd;
    /// dgain = column sums of dy h, rows in chunks of 256. dy, x, dx: [rows, width]; dgain: [width], overwritten, or with
    /// <paramref name="accumulate"/> a total to which the chunks are added.
    /// </summary>
    public static void Backward(
        int rows, int width, ReadOnlySpan<float> dy, ReadOnlySpan<float> x, ReadOnlySpan<float> gain,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> rstd, Span<float> dx, Span<float> dgain, bool accumulate)
    {
        Span<float> h = new float[width];
        Span<float> g = new float[width];
        Span<float> chain = new float[width];
        if (!accumulate)
            dgain[..width].Clear();
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < width; i++)
            {
                h[i] = (x[(r * width) + i] - mean[r]) * rstd[r];
                g[i] = dy[(r * width) + i] * gain[i];
                chain[i] = ExactFma.Compute(dy[(r * width) + i], h[i], chain[i]);
            }

            var meanOfG = RowSum.Sum(g) / width;
            var meanOfGh = RowSum.SumOfProducts(g, h) / width;
            for (var i = 0; i < width; i++)
                dx[(r * width) + i] += ExactFma.Compute(-h[i], meanOfGh, g[i] - meanOfG) * rstd[r];

            if ((r + 1) % Dot.Chunk != 0 && r + 1 != rows)
                continue;
            for (var i = 0; i < width; i++)
                dgain[i] += chain[i];
            chain.Clear();
        }
    }
}
