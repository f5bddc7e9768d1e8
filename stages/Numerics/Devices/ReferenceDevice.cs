using Research.Numerics.Reference;

namespace Research.Numerics.Devices;

/// <summary>
/// The device that defines the others: it runs the scalar programs of <c>Research.Numerics.Reference</c>, slowly, on
/// one thread.
/// </summary>
public sealed class ReferenceDevice : Device
{
    /// <inheritdoc/>
    public override string Name => "reference (scalar)";

    /// <inheritdoc/>
    public override FloatBuffer Floats(int length) => new ManagedFloatBuffer(length);

    /// <inheritdoc/>
    public override IntBuffer Ints(int length) => new ManagedIntBuffer(length);

    /// <inheritdoc/>
    public override void Clear(FloatView y) => Span(y).Clear();

    /// <inheritdoc/>
    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c,
        bool accumulate = false)
    {
        KernelArguments.MatMul(m, n, k, a, b, c);
        Reference.MatMul.Run(transposeA, transposeB, m, n, k, Span(a), Span(b), Span(c), accumulate);
    }

    /// <inheritdoc/>
    public override void Add(FloatView a, FloatView b, FloatView y)
    {
        KernelArguments.SameLength(y, a);
        KernelArguments.SameLength(y, b);
        Reference.Add.Run(Span(a), Span(b), Span(y));
    }

    /// <inheritdoc/>
    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x)
    {
        KernelArguments.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x);
        Embedding.Forward(rows, time, width, Span(tokens), Span(tokenTable), Span(positionTable), Span(x));
    }

    /// <inheritdoc/>
    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient,
        FloatView positionGradient)
    {
        KernelArguments.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient);
        Embedding.Backward(rows, time, width, Span(tokens), Span(dx), Span(tokenGradient), Span(positionGradient));
    }

    /// <inheritdoc/>
    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd)
    {
        KernelArguments.LayerNormForward(rows, width, x, gain, y, mean, rstd);
        LayerNorm.Forward(rows, width, Span(x), Span(gain), Span(y), Span(mean), Span(rstd));
    }

    /// <inheritdoc/>
    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain, bool accumulate = false)
    {
        KernelArguments.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain);
        LayerNorm.Backward(
            rows, width, Span(dy), Span(x), Span(gain), Span(mean), Span(rstd), Span(dx), Span(dgain), accumulate);
    }

    /// <inheritdoc/>
    public override void GeluForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        Gelu.Forward(Span(x), Span(y));
    }

    /// <inheritdoc/>
    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, x);
        KernelArguments.SameLength(dx, dy);
        Gelu.Backward(Span(x), Span(dy), Span(dx));
    }

    /// <inheritdoc/>
    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        KernelArguments.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);
        Attention.Forward(batch, time, heads, headSize, Span(qkv), Span(probabilities), Span(y));
    }

    /// <inheritdoc/>
    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities,
        FloatView dqkv)
    {
        KernelArguments.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv);
        Attention.Backward(batch, time, heads, headSize, Span(dy), Span(qkv), Span(probabilities), Span(dqkv));
    }

    /// <inheritdoc/>
    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows,
        FloatView qkv, FloatView y)
    {
        KernelArguments.PathAttention(
            paths, longest, heads, headSize, Span(offsets), Span(queries), Span(rows), qkv, y);
        Reference.PathAttention.Run(
            paths, heads, headSize, Span(offsets), Span(queries), Span(rows), Span(qkv), Span(y));
    }

    /// <inheritdoc/>
    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits)
    {
        KernelArguments.CrossEntropy(rows, vocabulary, logits, targets, losses, dlogits);
        Reference.CrossEntropy.Run(rows, vocabulary, Span(logits), Span(targets), scale, Span(losses), Span(dlogits));
    }

    /// <inheritdoc/>
    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y)
    {
        KernelArguments.LogSoftmax(rows, vocabulary, logits, y);
        Reference.LogSoftmax.Run(rows, vocabulary, Span(logits), Span(y));
    }

    /// <inheritdoc/>
    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        KernelArguments.GatherRows(rows, width, indices, x, y);
        Reference.GatherRows.Run(rows, width, Span(indices), Span(x), Span(y));
    }

    /// <inheritdoc/>
    public override void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        KernelArguments.UnfoldForward(shape, kernel, padding, x, patches);
        Unfold.Forward(shape, kernel, padding, Span(x), Span(patches));
    }

    /// <inheritdoc/>
    public override void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx)
    {
        KernelArguments.UnfoldBackward(shape, kernel, padding, dpatches, dx);
        Unfold.Backward(shape, kernel, padding, Span(dpatches), Span(dx));
    }

    /// <inheritdoc/>
    public override void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        KernelArguments.MaxPoolForward(shape, size, x, y);
        MaxPool.Forward(shape, size, Span(x), Span(y));
    }

    /// <inheritdoc/>
    public override void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.MaxPoolBackward(shape, size, x, dy, dx);
        MaxPool.Backward(shape, size, Span(x), Span(dy), Span(dx));
    }

    /// <inheritdoc/>
    public override void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y)
    {
        KernelArguments.BiasForward(rows, width, x, bias, y);
        Bias.Forward(rows, width, Span(x), Span(bias), Span(y));
    }

    /// <inheritdoc/>
    public override void BiasBackward(int rows, int width, FloatView dy, FloatView dbias)
    {
        KernelArguments.BiasBackward(rows, width, dy, dbias);
        Bias.Backward(rows, width, Span(dy), Span(dbias));
    }

    /// <inheritdoc/>
    public override void SigmoidForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        Sigmoid.Forward(Span(x), Span(y));
    }

    /// <inheritdoc/>
    public override void SigmoidBackward(FloatView y, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, y);
        KernelArguments.SameLength(dx, dy);
        Sigmoid.Backward(Span(y), Span(dy), Span(dx));
    }

    /// <inheritdoc/>
    public override void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy)
    {
        KernelArguments.SquaredError(rows, width, y, target, losses, dy);
        Reference.SquaredError.Run(rows, width, Span(y), Span(target), scale, Span(losses), Span(dy));
    }

    /// <inheritdoc/>
    public override double SumOfSquares(FloatView x) => Reference.SumOfSquares.Run(Span(x));

    /// <inheritdoc/>
    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step)
    {
        KernelArguments.AdamW(p, g, m, v);
        Reference.AdamW.Run(Span(p), Span(g), Span(m), Span(v), step);
    }

    /// <inheritdoc/>
    public override void Synchronize()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    private static Span<float> Span(FloatView view) => ManagedFloatBuffer.Of(view);

    private static ReadOnlySpan<int> Span(IntBuffer buffer) => ManagedIntBuffer.Of(buffer);
}
