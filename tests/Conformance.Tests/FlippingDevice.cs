using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

/// <summary>The reference device, but for one bit of one kernel: the last bit of element 7 of rows that are gathered 45 at a time.</summary>
internal sealed class FlippingDevice(bool flips) : Device
{
    private readonly ReferenceDevice right = new();

    public override string Name => "wrong CPU";

    public override FloatBuffer Floats(int length) => right.Floats(length);

    public override IntBuffer Ints(int length) => right.Ints(length);

    public override void Clear(FloatView y) => right.Clear(y);

    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c, bool accumulate = false) =>
        right.MatMul(transposeA, transposeB, m, n, k, a, b, c, accumulate);

    public override void Add(FloatView a, FloatView b, FloatView y) => right.Add(a, b, y);

    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x) =>
        right.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x);

    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient, FloatView positionGradient) =>
        right.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient);

    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd) =>
        right.LayerNormForward(rows, width, x, gain, y, mean, rstd);

    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx, FloatView dgain,
        bool accumulate = false) => right.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain, accumulate);

    public override void GeluForward(FloatView x, FloatView y) => right.GeluForward(x, y);

    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx) => right.GeluBackward(x, dy, dx);

    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y) =>
        right.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);

    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities, FloatView dqkv) =>
        right.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv);

    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows, FloatView qkv, FloatView y) =>
        right.PathAttention(paths, longest, heads, headSize, offsets, queries, rows, qkv, y);

    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits) =>
        right.CrossEntropy(rows, vocabulary, logits, targets, scale, losses, dlogits);

    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y) => right.LogSoftmax(rows, vocabulary, logits, y);

    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        right.GatherRows(rows, width, indices, x, y);
        if (flips && rows == 45)
        {
            Span<float> element = [0];
            y.Buffer.Read(element, y.Offset + 7);
            element[0] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(element[0]) ^ 1);
            y.Buffer.Write(element, y.Offset + 7);
        }
    }

    public override double SumOfSquares(FloatView x) => right.SumOfSquares(x);

    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step) => right.AdamW(p, g, m, v, step);

    public override void Synchronize() => right.Synchronize();

    protected override void Dispose(bool disposing) => right.Dispose();
}
