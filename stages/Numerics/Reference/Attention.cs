namespace Research.Numerics.Reference;

/// <summary>Causal self-attention of every head (rule S7).</summary>
public static class Attention
{
    /// <summary>Factor of the scores: 1 / sqrt(headSize).</summary>
    public static float Scale(int headSize) => (float)(1.0 / Math.Sqrt(headSize));

    /// <summary>
    /// For every head: scores s[i, j] = (q[i] · k[j]) scale for j ≤ i, probabilities = softmax of each row of scores,
    /// entries j > i exactly +0, y[i] = Σ_j p[i, j] v[j]. qkv: [batch, time, 3, heads, headSize]; probabilities:
    /// [batch, heads, time, time]; y: [batch, time, heads, headSize].
    /// </summary>
    public static void Forward(
        int batch, int time, int heads, int headSize, ReadOnlySpan<float> qkv, Span<float> probabilities, Span<float> y)
    {
        var width = heads * headSize;
        for (var b = 0; b < batch; b++)
        {
            for (var head = 0; head < heads; head++)
            {
                var q = qkv[((b * time * 3 * width) + (head * headSize))..];
                var p = probabilities.Slice(((b * heads) + head) * time * time, time * time);
                var k = q[width..];
                var v = k[width..];
                Probabilities(time, headSize, 3 * width, q, k, p);
                var output = y[((b * time * width) + (head * headSize))..];
                for (var i = 0; i < time; i++)
                {
                    for (var d = 0; d < headSize; d++)
                        output[(i * width) + d] = Dot.Compute(p[(i * time)..], 1, v[d..], 3 * width, time);
                }
            }
        }
    }

    /// <summary>
    /// Gradient: dp[i, j] = dy[i] · v[j]; ds[i, j] = p[i, j] (dp[i, j] - Σ_j p dp) scale for j ≤ i, else +0; dq[i] =
    /// Σ_j ds[i, j] k[j]; dk[j] = Σ_i ds[i, j] q[i]; dv[j] = Σ_i p[i, j] dy[i]. dy: as y; dqkv: as qkv, overwritten.
    /// </summary>
    public static void Backward(
        int batch, int time, int heads, int headSize, ReadOnlySpan<float> dy, ReadOnlySpan<float> qkv,
        ReadOnlySpan<float> probabilities, Span<float> dqkv)
    {
        var width = heads * headSize;
        var stride = 3 * width;
        var ds = new float[time * time];
        for (var b = 0; b < batch; b++)
        {
            for (var head = 0; head < heads; head++)
            {
                var first = (b * time * stride) + (head * headSize);
                var q = qkv[first..];
                var k = q[width..];
                var v = k[width..];
                var p = probabilities.Slice(((b * heads) + head) * time * time, time * time);
                var g = dy[((b * time * width) + (head * headSize))..];
                ScoreGradient(time, headSize, width, g, v, p, ds);
                for (var t = 0; t < time; t++)
                {
                    for (var d = 0; d < headSize; d++)
                    {
                        var at = first + (t * stride) + d;
                        dqkv[at] = Dot.Compute(ds.AsSpan(t * time), 1, k[d..], stride, time);
                        dqkv[at + width] = Dot.Compute(ds.AsSpan(t), time, q[d..], stride, time);
                        dqkv[at + (2 * width)] = Dot.Compute(p[t..], time, g[d..], width, time);
                    }
                }
            }
        }
    }

    private static void Probabilities(
        int time, int headSize, int stride, ReadOnlySpan<float> q, ReadOnlySpan<float> k, Span<float> p)
    {
        var scale = Scale(headSize);
        p.Clear();
        for (var i = 0; i < time; i++)
        {
            var row = p.Slice(i * time, i + 1);
            for (var j = 0; j <= i; j++)
                row[j] = Dot.Compute(q[(i * stride)..], 1, k[(j * stride)..], 1, headSize) * scale;
            var inverse = 1f / Softmax.Exponentials(row, row).Sum;
            for (var j = 0; j <= i; j++)
                row[j] *= inverse;
        }
    }

    private static void ScoreGradient(
        int time, int headSize, int width, ReadOnlySpan<float> dy, ReadOnlySpan<float> v, ReadOnlySpan<float> p,
        Span<float> ds)
    {
        var scale = Scale(headSize);
        ds.Clear();
        for (var i = 0; i < time; i++)
        {
            var row = ds.Slice(i * time, i + 1);
            var pRow = p.Slice(i * time, i + 1);
            for (var j = 0; j <= i; j++)
                row[j] = Dot.Compute(dy[(i * width)..], 1, v[(j * 3 * width)..], 1, headSize);
            var mean = RowSum.SumOfProducts(pRow, row);
            for (var j = 0; j <= i; j++)
                row[j] = pRow[j] * (row[j] - mean) * scale;
        }
    }
}
