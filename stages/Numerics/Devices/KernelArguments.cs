using System.Runtime.CompilerServices;

namespace Research.Numerics.Devices;

/// <summary>
/// Checks the shapes of a kernel's views before a device touches memory: an ArgumentException names the view that is
/// too short or overlaps an output. Views may be longer than the shape needs; element-wise kernels take views of one
/// length.
/// </summary>
internal static class KernelArguments
{
    public static void MatMul(int m, int n, int k, FloatView a, FloatView b, FloatView c)
    {
        NotNegative(m);
        NotNegative(n);
        NotNegative(k);
        AtLeast(a, (long)m * k);
        AtLeast(b, (long)k * n);
        AtLeast(c, (long)m * n);
        Disjoint(c, a);
        Disjoint(c, b);
    }

    public static void SameLength(
        FloatView first, FloatView second, [CallerArgumentExpression(nameof(second))] string name = "")
    {
        if (second.Length != first.Length)
            throw new ArgumentException($"The view has {second.Length} elements, the first one {first.Length}.", name);
    }

    public static void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x)
    {
        Embedding(rows, time, width, tokens);
        WholeRows(tokenTable, width);
        AtLeast(positionTable, (long)time * width);
        AtLeast(x, (long)rows * width);
        Disjoint(x, tokenTable);
        Disjoint(x, positionTable);
    }

    public static void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient,
        FloatView positionGradient)
    {
        Embedding(rows, time, width, tokens);
        WholeRows(tokenGradient, width);
        WholeRows(positionGradient, width);
        AtLeast(positionGradient, (long)time * width);
        AtLeast(dx, (long)rows * width);
        Disjoint(tokenGradient, dx);
        Disjoint(positionGradient, dx);
        Disjoint(positionGradient, tokenGradient);
    }

    public static void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(x, (long)rows * width);
        AtLeast(gain, width);
        AtLeast(y, (long)rows * width);
        AtLeast(mean, rows);
        AtLeast(rstd, rows);
        Disjoint(y, x);
        Disjoint(y, gain);
    }

    public static void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(dy, (long)rows * width);
        AtLeast(x, (long)rows * width);
        AtLeast(gain, width);
        AtLeast(mean, rows);
        AtLeast(rstd, rows);
        AtLeast(dx, (long)rows * width);
        AtLeast(dgain, width);
        Disjoint(dx, x);
        Disjoint(dx, dy);
        Disjoint(dgain, gain);
    }

    public static void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        Attention(batch, time, heads, headSize, qkv, probabilities, y);
        Disjoint(probabilities, qkv);
        Disjoint(y, qkv);
    }

    public static void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities,
        FloatView dqkv)
    {
        Attention(batch, time, heads, headSize, qkv, probabilities, dy);
        AtLeast(dqkv, 3L * batch * time * heads * headSize);
        Disjoint(dqkv, dy);
        Disjoint(dqkv, qkv);
        Disjoint(dqkv, probabilities);
    }

    /// <exception cref="ArgumentException">
    /// A path is empty, longer than it may be, or has fewer positions than ask; a row is not one of qkv.
    /// </exception>
    public static void PathAttention(
        int paths, int longest, int heads, int headSize, ReadOnlySpan<int> offsets, ReadOnlySpan<int> queries,
        ReadOnlySpan<int> rows, FloatView qkv, FloatView y)
    {
        NotNegative(paths);
        Positive(heads);
        Positive(headSize);
        WholeRows(qkv, 3 * heads * headSize);
        Disjoint(y, qkv);
        if (offsets.Length <= paths || queries.Length <= paths || offsets[0] != 0 || queries[0] != 0)
            throw new ArgumentException($"{paths} paths need as many ends after a first 0.", nameof(offsets));
        for (var g = 0; g < paths; g++)
        {
            var (length, asked) = (offsets[g + 1] - offsets[g], queries[g + 1] - queries[g]);
            if (length < 1 || length > longest || asked < 0 || asked > length)
                throw new ArgumentException(
                    $"Path {g} has {length} rows of 1 to {longest}, and {asked} of them ask.", nameof(offsets));
        }

        AtLeast(y, (long)queries[paths] * heads * headSize);
        if (rows.Length < offsets[paths])
            throw new ArgumentException($"The paths need {offsets[paths]} rows, there are {rows.Length}.", nameof(rows));
        if (rows[..offsets[paths]].ContainsAnyExceptInRange(0, (qkv.Length / (3 * heads * headSize)) - 1))
            throw new ArgumentException("A row of a path is not one of qkv.", nameof(rows));
    }

    public static void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, FloatView losses, FloatView dlogits)
    {
        LogSoftmax(rows, vocabulary, logits, dlogits);
        AtLeast(targets, rows);
        AtLeast(losses, rows);
        Disjoint(losses, logits);
    }

    public static void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y)
    {
        NotNegative(rows);
        Positive(vocabulary);
        AtLeast(logits, (long)rows * vocabulary);
        AtLeast(y, (long)rows * vocabulary);
    }

    public static void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(indices, rows);
        WholeRows(x, width);
        AtLeast(y, (long)rows * width);
        Disjoint(y, x);
    }

    public static void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        Patches(shape, kernel, padding, x, patches);
        Disjoint(patches, x);
    }

    public static void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx)
    {
        Patches(shape, kernel, padding, dx, dpatches);
        Disjoint(dx, dpatches);
    }

    public static void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        Squares(shape, size, x, y);
        Disjoint(y, x);
    }

    public static void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx)
    {
        Squares(shape, size, x, dy);
        AtLeast(dx, shape.Length);
        Disjoint(dx, x);
        Disjoint(dx, dy);
    }

    public static void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(x, (long)rows * width);
        AtLeast(bias, width);
        AtLeast(y, (long)rows * width);
        Disjoint(y, bias);
    }

    public static void BiasBackward(int rows, int width, FloatView dy, FloatView dbias)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(dy, (long)rows * width);
        AtLeast(dbias, width);
        Disjoint(dbias, dy);
    }

    public static void SquaredError(int rows, int width, FloatView y, FloatView target, FloatView losses, FloatView dy)
    {
        NotNegative(rows);
        Positive(width);
        AtLeast(y, (long)rows * width);
        AtLeast(target, (long)rows * width);
        AtLeast(losses, rows);
        AtLeast(dy, (long)rows * width);
        Disjoint(losses, y);
        Disjoint(losses, target);
        Disjoint(dy, target);
    }

    public static void AdamW(FloatView p, FloatView g, FloatView m, FloatView v)
    {
        SameLength(p, g);
        SameLength(p, m);
        SameLength(p, v);
    }

    private static void Attention(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        NotNegative(batch);
        Positive(time);
        Positive(heads);
        Positive(headSize);
        AtLeast(qkv, 3L * batch * time * heads * headSize);
        AtLeast(probabilities, (long)batch * heads * time * time);
        AtLeast(y, (long)batch * time * heads * headSize);
    }

    private static void Embedding(int rows, int time, int width, IntBuffer tokens)
    {
        NotNegative(rows);
        Positive(time);
        Positive(width);
        AtLeast(tokens, rows);
    }

    private static void Images(ImageBatch shape)
    {
        NotNegative(shape.Images);
        Positive(shape.Height);
        Positive(shape.Width);
        Positive(shape.Channels);
    }

    private static void Patches(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        Images(shape);
        Positive(kernel);
        NotNegative(padding);
        var places = shape.Convolved(checked(shape.Channels * kernel * kernel), kernel, padding);
        Positive(places.Height);
        Positive(places.Width);
        AtLeast(x, shape.Length);
        AtLeast(patches, places.Length);
    }

    private static void Squares(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        Images(shape);
        Positive(size);
        AtLeast(x, shape.Length);
        AtLeast(y, shape.Pooled(size).Length);
    }

    private static void NotNegative(int size, [CallerArgumentExpression(nameof(size))] string name = "") =>
        ArgumentOutOfRangeException.ThrowIfNegative(size, name);

    private static void Positive(int size, [CallerArgumentExpression(nameof(size))] string name = "") =>
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, name);

    private static void AtLeast(FloatView view, long length, [CallerArgumentExpression(nameof(view))] string name = "")
    {
        if (view.Length < length)
            throw new ArgumentException($"The view has {view.Length} elements, its shape needs {length}.", name);
    }

    private static void AtLeast(
        IntBuffer buffer, long length, [CallerArgumentExpression(nameof(buffer))] string name = "")
    {
        if (buffer.Length < length)
            throw new ArgumentException($"The buffer has {buffer.Length} elements, its shape needs {length}.", name);
    }

    private static void WholeRows(FloatView view, int width, [CallerArgumentExpression(nameof(view))] string name = "")
    {
        if (view.Length % width != 0)
            throw new ArgumentException($"The view's {view.Length} elements are not whole rows of {width}.", name);
    }

    private static void Disjoint(
        FloatView output, FloatView input, [CallerArgumentExpression(nameof(output))] string name = "")
    {
        if (ReferenceEquals(output.Buffer, input.Buffer) && output.Offset < input.Offset + input.Length &&
            input.Offset < output.Offset + output.Length)
            throw new ArgumentException("The output overlaps an input.", name);
    }
}
