namespace Research.Numerics.Devices;

/// <summary>
/// A place where kernels run. The meaning of each kernel, down to the order of every operation, is the scalar program
/// of the same name in <c>Research.Numerics.Reference</c> (numeric specification <c>num-1</c>); every device returns
/// its bits. Matrices are row-major and dense. Kernels of one device run in the order of the calls. An output view
/// never overlaps an input view unless a kernel says that it may.
/// </summary>
public abstract class Device : IDisposable
{
    /// <summary>What a person calls the device: <c>CPU (AVX-512)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Floats that stay near the arithmetic between one kernel and the next. A caller who can cut its work into parts
    /// without changing a bit makes them this large.
    /// </summary>
    public virtual long NearMemory => long.MaxValue;

    /// <summary>A new buffer of zeros.</summary>
    public abstract FloatBuffer Floats(int length);

    /// <summary>A new buffer of zeros.</summary>
    public abstract IntBuffer Ints(int length);

    /// <summary>Sets every element to +0.</summary>
    public abstract void Clear(FloatView y);

    /// <summary>
    /// Matrix product C = op(A) op(B), rule S1. op(A): [m, k], stored [k, m] if <paramref name="transposeA"/>; op(B):
    /// [k, n], stored [n, k] if <paramref name="transposeB"/>; c: [m, n]. With <paramref name="accumulate"/> C is a
    /// total that goes on (so never -0): the results of the chunks of 256 are added to it in order. So a product that is
    /// cut at multiples of 256 along k has the bits of the whole.
    /// </summary>
    public abstract void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c,
        bool accumulate = false);

    /// <summary>y = a + b, element by element; y may be a or b.</summary>
    public abstract void Add(FloatView a, FloatView b, FloatView y);

    /// <summary>
    /// Sum of token and position embedding: x[r] = tokenTable[tokens[r]] + positionTable[r mod time].
    /// tokens: [rows]; tokenTable: [vocabulary, width]; positionTable: [at least time, width]; x: [rows, width].
    /// </summary>
    public abstract void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x);

    /// <summary>
    /// Gradient of <see cref="EmbeddingForward"/>, rule S4. The token part is added to what tokenGradient holds already
    /// (the part of the tied head: head first, one plain add); positionGradient is overwritten (sum over the batch,
    /// ascending, from +0; positions from time on get +0). dx: [rows, width].
    /// </summary>
    public abstract void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient,
        FloatView positionGradient);

    /// <summary>
    /// Layer normalization over rows (rule S2), epsilon 1e-5, no offset: y = (x - mean) rstd gain.
    /// x, y: [rows, width]; gain: [width]; mean, rstd (saved for the backward pass): [rows].
    /// </summary>
    public abstract void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd);

    /// <summary>
    /// Gradient of layer normalization. dx = dx + result (one plain add per element: the residual stream's gradient
    /// comes first); dgain is overwritten (rule S3), or with <paramref name="accumulate"/> a total that goes on: rows
    /// that are cut at multiples of 256 give the bits of the whole. dy, x, dx: [rows, width].
    /// </summary>
    public abstract void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain, bool accumulate = false);

    /// <summary>GELU, tanh form: y = x / (1 + exp(-z)). x, y of one length.</summary>
    public abstract void GeluForward(FloatView x, FloatView y);

    /// <summary>dx = dy GELU'(x); dx may be dy.</summary>
    public abstract void GeluBackward(FloatView x, FloatView dy, FloatView dx);

    /// <summary>
    /// Causal self-attention of every head (rule S7). qkv: [batch, time, 3, heads, headSize] (nanoGPT's layout: the
    /// query, key and value of a position one after another); probabilities (saved): [batch, heads, time, time], masked
    /// entries +0; y: [batch, time, heads, headSize]. Scores are scaled by 1 / sqrt(headSize), rounded once to float.
    /// </summary>
    public abstract void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y);

    /// <summary>Gradient of attention; dqkv is overwritten. dy: as y; dqkv: as qkv.</summary>
    public abstract void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities,
        FloatView dqkv);

    /// <summary>
    /// Causal self-attention along paths (rule S7), for sequences of several lengths that may share beginnings or have
    /// been computed in parts. Path g is rows[offsets[g]] to rows[offsets[g + 1] - 1], rows of qkv in the order of a
    /// sequence's positions; its last queries[g + 1] - queries[g] positions ask, and their answers, the bits of
    /// <see cref="AttentionForward"/> at these positions, are y[queries[g]], y[queries[g] + 1], ... offsets, queries:
    /// [paths + 1], ascending from 0; rows: [offsets[paths]]; qkv: [any, 3, heads, headSize]; y: [queries[paths], heads,
    /// headSize]. No path has more than <paramref name="longest"/> rows, and at least one.
    /// </summary>
    public abstract void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows,
        FloatView qkv, FloatView y);

    /// <summary>
    /// Softmax cross-entropy of each row, in nats, and its gradient: losses[r] = -log softmax(logits[r])[targets[r]]
    /// and dlogits = (softmax - onehot) scale. A target of -1 masks the row: loss and gradient are +0. logits, dlogits:
    /// [rows, vocabulary]; losses: [rows]; dlogits may be logits.
    /// </summary>
    public abstract void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses,
        FloatView dlogits);

    /// <summary>
    /// Logarithm of the softmax of each row: y[r, v] = (s[r, v] - max) - log(sum). logits, y: [rows, vocabulary]; y may
    /// be logits.
    /// </summary>
    public abstract void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y);

    /// <summary>
    /// Copies chosen rows: y[i] = x[indices[i]] for i in [0, rows). x: [any, width]; y: [rows, width].
    /// </summary>
    public abstract void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y);

    /// <summary>
    /// The squares that slide over an image (stride 1, zeros around it), one a row (rule S10): a convolution is the product
    /// of these rows with the transposed weights [channels of the result, channels · kernel²], k = (channel, ky, kx). x: as
    /// <paramref name="shape"/>; patches: [pixels of the result, channels · kernel²].
    /// </summary>
    public abstract void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches);

    /// <summary>
    /// Gradient of <see cref="UnfoldForward"/>; dx is overwritten: from +0, the gradients of the patches that a pixel
    /// stands in, patches ascending.
    /// </summary>
    public abstract void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx);

    /// <summary>
    /// Largest number of each square of size² pixels (rule S2m), channel by channel. x: as <paramref name="shape"/>; y:
    /// [images, height / size, width / size, channels]; pixels that fill no square are left out.
    /// </summary>
    public abstract void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y);

    /// <summary>Gradient of <see cref="MaxPoolForward"/>: the first maximum of a square gets it, all others +0.</summary>
    public abstract void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx);

    /// <summary>y[r] = x[r] + bias. x, y: [rows, width]; bias: [width]; y may be x.</summary>
    public abstract void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y);

    /// <summary>Column sums of dy (rule S3); dbias is overwritten. dy: [rows, width]; dbias: [width].</summary>
    public abstract void BiasBackward(int rows, int width, FloatView dy, FloatView dbias);

    /// <summary>Logistic function, y = 1 / (1 + exp(-x)); y may be x.</summary>
    public abstract void SigmoidForward(FloatView x, FloatView y);

    /// <summary>dx = dy y (1 - y), of the forward pass's y; dx may be dy.</summary>
    public abstract void SigmoidBackward(FloatView y, FloatView dy, FloatView dx);

    /// <summary>
    /// Squared distance of each row to its target (rule S2) and dy = (y - target) scale. y, target, dy: [rows, width];
    /// losses: [rows]; dy may be y.
    /// </summary>
    public abstract void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy);

    /// <summary>
    /// Sum of squares in double precision, in chunks of 4096 elements (rule S5); waits for the result.
    /// </summary>
    public abstract double SumOfSquares(FloatView x);

    /// <summary>One step of AdamW, element by element. p, g, m, v of one length; see <see cref="AdamWStep"/>.</summary>
    public abstract void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step);

    /// <summary>Waits until all kernels have finished.</summary>
    public abstract void Synchronize();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the device's own resources; buffers are freed by their owners.</summary>
    protected abstract void Dispose(bool disposing);
}
