namespace Research.Numerics.Reference;

/// <summary>Causal self-attention along paths of rows that may share their beginnings (rule S7).</summary>
public static class PathAttention
{
    /// <summary>
    /// Path g is rows[offsets[g]] to rows[offsets[g + 1] - 1], rows of qkv: a sequence's positions in order. Its last
    /// queries[g + 1] - queries[g] positions ask; y[queries[g]], y[queries[g] + 1], ... are what
    /// <see cref="Attention.Forward"/> gives at these positions. qkv: [any, 3, heads, headSize]; y: [queries[paths],
    /// heads, headSize].
    /// </summary>
    public static void Run(
        int paths, int heads, int headSize, ReadOnlySpan<int> offsets, ReadOnlySpan<int> queries,
        ReadOnlySpan<int> rows, ReadOnlySpan<float> qkv, Span<float> y)
    {
        for (var g = 0; g < paths; g++)
        {
            var path = rows[offsets[g]..offsets[g + 1]];
            var count = queries[g + 1] - queries[g];
            for (var i = 0; i < count; i++)
            {
                var seen = path[..(path.Length - count + i + 1)];
                for (var head = 0; head < heads; head++)
                {
                    var output = y.Slice((((queries[g] + i) * heads) + head) * headSize, headSize);
                    Attend(seen, heads * headSize, qkv[(head * headSize)..], output);
                }
            }
        }
    }

    /// <summary>One query, the last of the path, over all its keys.</summary>
    private static void Attend(ReadOnlySpan<int> path, int width, ReadOnlySpan<float> qkv, Span<float> output)
    {
        var scale = Attention.Scale(output.Length);
        var query = qkv[(path[^1] * 3 * width)..];
        var p = new float[path.Length];
        for (var j = 0; j < path.Length; j++)
            p[j] = Dot.Compute(query, 1, qkv[(((path[j] * 3) + 1) * width)..], 1, output.Length) * scale;
        var inverse = 1f / Softmax.Exponentials(p, p).Sum;
        for (var j = 0; j < path.Length; j++)
            p[j] *= inverse;
        var values = new float[path.Length];
        for (var d = 0; d < output.Length; d++)
        {
            for (var j = 0; j < path.Length; j++)
                values[j] = qkv[(((path[j] * 3) + 2) * width) + d];
            output[d] = Dot.Compute(p, 1, values, 1, path.Length);
        }
    }
}
