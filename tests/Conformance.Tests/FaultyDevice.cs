using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

/// <summary>The reference device, but for one bit of one kernel: the last bit of an element of an output, where there is such an element.</summary>
internal sealed class FaultyDevice(string kernel, int element = 0) : Device
{
    private readonly ReferenceDevice right = new();

    public override string Name => $"faulty {kernel}";

    public override FloatBuffer Floats(int length) => right.Floats(length);

    public override IntBuffer Ints(int length) => right.Ints(length);

    public override void Clear(FloatView y)
    {
        right.Clear(y);
        Spoil(nameof(Clear), y);
    }

    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c, bool accumulate = false)
    {
        right.MatMul(transposeA, transposeB, m, n, k, a, b, c, accumulate);
        Spoil(nameof(MatMul), c);
    }

    public override void Add(FloatView a, FloatView b, FloatView y)
    {
        right.Add(a, b, y);
        Spoil(nameof(Add), y);
    }

    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x)
    {
        right.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x);
        Spoil(nameof(EmbeddingForward), x);
    }

    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient, FloatView positionGradient)
    {
        right.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient);
        Spoil(nameof(EmbeddingBackward), tokenGradient);
    }

    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd)
    {
        right.LayerNormForward(rows, width, x, gain, y, mean, rstd);
        Spoil(nameof(LayerNormForward), y);
    }

    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain, bool accumulate = false)
    {
        right.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain, accumulate);
        Spoil(nameof(LayerNormBackward), dx);
    }

    public override void GeluForward(FloatView x, FloatView y)
    {
        right.GeluForward(x, y);
        Spoil(nameof(GeluForward), y);
    }

    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx)
    {
        right.GeluBackward(x, dy, dx);
        Spoil(nameof(GeluBackward), dx);
    }

    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        right.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);
        Spoil(nameof(AttentionForward), y);
    }

    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities, FloatView dqkv)
    {
        right.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv);
        Spoil(nameof(AttentionBackward), dqkv);
    }

    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows, FloatView qkv,
        FloatView y)
    {
        right.PathAttention(paths, longest, heads, headSize, offsets, queries, rows, qkv, y);
        Spoil(nameof(PathAttention), y);
    }

    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits)
    {
        right.CrossEntropy(rows, vocabulary, logits, targets, scale, losses, dlogits);
        Spoil(nameof(CrossEntropy), losses);
    }

    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y)
    {
        right.LogSoftmax(rows, vocabulary, logits, y);
        Spoil(nameof(LogSoftmax), y);
    }

    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        right.GatherRows(rows, width, indices, x, y);
        Spoil(nameof(GatherRows), y);
    }

    public override void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        right.UnfoldForward(shape, kernel, padding, x, patches);
        Spoil(nameof(UnfoldForward), patches);
    }

    public override void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx)
    {
        right.UnfoldBackward(shape, kernel, padding, dpatches, dx);
        Spoil(nameof(UnfoldBackward), dx);
    }

    public override void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        right.MaxPoolForward(shape, size, x, y);
        Spoil(nameof(MaxPoolForward), y);
    }

    public override void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx)
    {
        right.MaxPoolBackward(shape, size, x, dy, dx);
        Spoil(nameof(MaxPoolBackward), dx);
    }

    public override void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y)
    {
        right.BiasForward(rows, width, x, bias, y);
        Spoil(nameof(BiasForward), y);
    }

    public override void BiasBackward(int rows, int width, FloatView dy, FloatView dbias)
    {
        right.BiasBackward(rows, width, dy, dbias);
        Spoil(nameof(BiasBackward), dbias);
    }

    public override void SigmoidForward(FloatView x, FloatView y)
    {
        right.SigmoidForward(x, y);
        Spoil(nameof(SigmoidForward), y);
    }

    public override void SigmoidBackward(FloatView y, FloatView dy, FloatView dx)
    {
        right.SigmoidBackward(y, dy, dx);
        Spoil(nameof(SigmoidBackward), dx);
    }

    public override void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy)
    {
        right.SquaredError(rows, width, y, target, scale, losses, dy);
        Spoil(nameof(SquaredError), losses);
    }

    public override double SumOfSquares(FloatView x) =>
        kernel == nameof(SumOfSquares) ? Math.BitIncrement(right.SumOfSquares(x)) : right.SumOfSquares(x);

    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step)
    {
        right.AdamW(p, g, m, v, step);
        Spoil(nameof(AdamW), v);
    }

    public override void Synchronize() => right.Synchronize();

    protected override void Dispose(bool disposing) => right.Dispose();

    private void Spoil(string name, FloatView output)
    {
        if (name != kernel || output.Length <= element)
            return;
        var number = new float[1];
        output.Buffer.Read(number, output.Offset + element);
        number[0] = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(number[0]) ^ 1);
        output.Buffer.Write(number, output.Offset + element);
    }
}
