namespace Research.Numerics.Reference;

/// <summary>One number added to each column, after a product's total (rule S1), and its gradient (rule S3).</summary>
public static class Bias
{
    /// <summary>y[r, i] = x[r, i] + bias[i]. x, y: [rows, width]; bias: [width]; y may be x.</summary>
    public static void Forward(int rows, int width, ReadOnlySpan<float> x, ReadOnlySpan<float> bias, Span<float> y)
    {
        for (var i = 0; i < rows * width; i++)
            y[i] = x[i] + bias[i % width];
    }

    /// <summary>dbias = column sums of dy, rows in chunks of 256, chunks added in order. dy: [rows, width].</summary>
    public static void Backward(int rows, int width, ReadOnlySpan<float> dy, Span<float> dbias)
    {
        for (var i = 0; i < width; i++)
        {
            dbias[i] = 0f;
            for (var start = 0; start < rows; start += Dot.Chunk)
            {
                var chain = 0f;
                for (var r = start; r < Math.Min(start + Dot.Chunk, rows); r++)
                    chain += dy[(r * width) + i];
                dbias[i] += chain;
            }
        }
    }
}
