using System.Runtime.InteropServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <summary>
/// Kernels on a GPU, through whichever door it has; the bits are those of <c>Research.Numerics.Reference</c>. Kernels are started
/// without waiting for them; only reading a buffer, <see cref="SumOfSquares"/> and <see cref="Synchronize"/> wait.
/// </summary>
public sealed partial class GpuDevice : Device
{
    private const int Flat = 256;
    private const int RowsOfGroup = 4;
    private const int Lanes = 32;
    private const int NormChunk = Reference.SumOfSquares.Chunk;
    private const int Chunk = Reference.NumericSpecification.Chunk;

    private readonly GpuDriver driver;
    private readonly GpuWorkspace workspace;
    private readonly GpuProducts products;
    private double[] sums = [];

    /// <summary>A device behind a door, which it closes.</summary>
    /// <param name="driver">The door.</param>
    /// <param name="computeUnits">
    /// Multiprocessors that products are cut for; those of the device if null. Any number gives the same bits.
    /// </param>
    internal GpuDevice(GpuDriver driver, int? computeUnits = null)
    {
        this.driver = driver;
        workspace = new GpuWorkspace(driver);
        products = new GpuProducts(driver, workspace, computeUnits ?? driver.ComputeUnits);
    }

    /// <inheritdoc/>
    public override string Name => driver.Name;

    /// <inheritdoc/>
    public override FloatBuffer Floats(int length)
    {
        var buffer = new GpuFloatBuffer(driver, length);
        Clear(buffer.All);
        return buffer;
    }

    /// <inheritdoc/>
    public override IntBuffer Ints(int length) => new GpuIntBuffer(driver, length);

    /// <inheritdoc/>
    public override void Clear(FloatView y) => Each("clear", y.Length, [y.Length, Memory(y), y.Offset]);

    /// <inheritdoc/>
    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c,
        bool accumulate = false)
    {
        KernelArguments.MatMul(m, n, k, a, b, c);
        products.Run(
            m, n, k,
            transposeA ? new(Memory(a), a.Offset, 0, 0, 1, m) : new(Memory(a), a.Offset, 0, 0, k, 1),
            transposeB ? new(Memory(b), b.Offset, 0, 0, k, 1) : new(Memory(b), b.Offset, 0, 0, 1, n),
            new(Memory(c), c.Offset, 0, 0, n, 1), accumulate);
    }

    /// <inheritdoc/>
    public override void Add(FloatView a, FloatView b, FloatView y)
    {
        KernelArguments.SameLength(y, a);
        KernelArguments.SameLength(y, b);
        Each("add", y.Length, [y.Length, Memory(a), a.Offset, Memory(b), b.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x)
    {
        KernelArguments.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x);
        Each("embedding_forward", rows * width,
            [
                rows, time, width, GpuIntBuffer.Indices(tokens, rows, 0, tokenTable.Length / width), Memory(tokenTable), tokenTable.Offset,
                Memory(positionTable), positionTable.Offset, Memory(x), x.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient,
        FloatView positionGradient)
    {
        KernelArguments.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient);
        var vocabulary = tokenGradient.Length / width;
        var indices = GpuIntBuffer.Indices(tokens, rows, 0, vocabulary);
        var (chunks, length) = (Groups(rows, Chunk), vocabulary * width);
        var parts = workspace.Floats(chunks * length);
        Each("embedding_token_parts", length, [rows, vocabulary, width, indices, Memory(dx), dx.Offset, parts, 0], chunks);
        Each("add_sum_of_parts", length, [chunks, length, parts, 0, Memory(tokenGradient), tokenGradient.Offset]);
        var positions = positionGradient.Length / width;
        Each("embedding_positions", positions * width,
            [rows, time, width, positions, Memory(dx), dx.Offset, Memory(positionGradient), positionGradient.Offset]);
    }

    /// <inheritdoc/>
    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd)
    {
        KernelArguments.LayerNormForward(rows, width, x, gain, y, mean, rstd);
        Rows("layer_norm_forward", rows,
            [
                rows, width, Memory(x), x.Offset, Memory(gain), gain.Offset, Memory(y), y.Offset, Memory(mean), mean.Offset, Memory(rstd),
                rstd.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain, bool accumulate = false)
    {
        KernelArguments.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain);
        var chunks = Groups(rows, Chunk);
        var parts = workspace.Floats(chunks * width);
        Each("layer_norm_gain_parts", width,
            [
                rows, width, Memory(dy), dy.Offset, Memory(x), x.Offset, Memory(mean), mean.Offset, Memory(rstd), rstd.Offset, parts, 0,
            ], chunks);
        Each("add_parts", width, [chunks, width, accumulate ? 1 : 0, parts, 0, Memory(dgain), dgain.Offset]);
        Rows("layer_norm_backward", rows,
            [
                rows, width, Memory(dy), dy.Offset, Memory(x), x.Offset, Memory(gain), gain.Offset, Memory(mean), mean.Offset, Memory(rstd),
                rstd.Offset, Memory(dx), dx.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override void GeluForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        Each("gelu_forward", y.Length, [y.Length, Memory(x), x.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, x);
        KernelArguments.SameLength(dx, dy);
        Each("gelu_backward", dx.Length, [dx.Length, Memory(x), x.Offset, Memory(dy), dy.Offset, Memory(dx), dx.Offset]);
    }

    /// <inheritdoc/>
    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        KernelArguments.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);
        var of = new GpuHeads(time, heads, headSize);
        var p = of.Scores(Memory(probabilities), probabilities.Offset);
        products.RunBatch(batch, heads, time, time, headSize, of.Query(Memory(qkv), qkv.Offset), of.Key(Memory(qkv), qkv.Offset), p);
        Rows("attention_softmax", batch * heads * time,
            [batch * heads * time, time, Reference.Attention.Scale(headSize), Memory(probabilities), probabilities.Offset]);
        products.RunBatch(batch, heads, time, headSize, time, p, of.Value(Memory(qkv), qkv.Offset).Transposed(), of.Output(Memory(y), y.Offset));
    }

    /// <inheritdoc/>
    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities,
        FloatView dqkv)
    {
        KernelArguments.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv);
        var rows = batch * heads * time;
        var of = new GpuHeads(time, heads, headSize);
        var scratch = workspace.Floats(rows * time);
        var ds = of.Scores(scratch, 0);
        var p = of.Scores(Memory(probabilities), probabilities.Offset);
        var (g, source, target) = (of.Output(Memory(dy), dy.Offset), Memory(qkv), Memory(dqkv));
        products.RunBatch(batch, heads, time, time, headSize, g, of.Value(source, qkv.Offset), ds);
        Rows("attention_score_gradient", rows,
            [rows, time, Reference.Attention.Scale(headSize), Memory(probabilities), probabilities.Offset, scratch, 0]);
        products.RunBatch(batch, heads, time, headSize, time, ds, of.Key(source, qkv.Offset).Transposed(), of.Query(target, dqkv.Offset));
        products.RunBatch(batch, heads, time, headSize, time, ds.Transposed(), of.Query(source, qkv.Offset).Transposed(), of.Key(target, dqkv.Offset));
        products.RunBatch(batch, heads, time, headSize, time, p.Transposed(), g.Transposed(), of.Value(target, dqkv.Offset));
    }

    /// <inheritdoc/>
    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows,
        FloatView qkv, FloatView y)
    {
        var ends = GpuIntBuffer.Copy(queries);
        KernelArguments.PathAttention(paths, longest, heads, headSize, GpuIntBuffer.Copy(offsets), ends, GpuIntBuffer.Copy(rows), qkv, y);
        var items = ends[paths] * heads;
        var scores = workspace.Floats(items * longest);
        Rows("path_attention", items,
            [
                paths, longest, heads, headSize, ends[paths], Reference.Attention.Scale(headSize), GpuIntBuffer.Of(offsets),
                GpuIntBuffer.Of(queries), GpuIntBuffer.Of(rows), Memory(qkv), qkv.Offset, Memory(y), y.Offset, scores, 0,
            ]);
    }

    /// <inheritdoc/>
    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits)
    {
        KernelArguments.CrossEntropy(rows, vocabulary, logits, targets, losses, dlogits);
        Rows("cross_entropy", rows,
            [
                rows, vocabulary, scale, Memory(logits), logits.Offset, GpuIntBuffer.Indices(targets, rows, -1, vocabulary), Memory(losses),
                losses.Offset, Memory(dlogits), dlogits.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y)
    {
        KernelArguments.LogSoftmax(rows, vocabulary, logits, y);
        Rows("log_softmax", rows, [rows, vocabulary, Memory(logits), logits.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        KernelArguments.GatherRows(rows, width, indices, x, y);
        Each("gather_rows", rows * width,
            [rows, width, GpuIntBuffer.Indices(indices, rows, 0, x.Length / width), Memory(x), x.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override double SumOfSquares(FloatView x)
    {
        var chunks = Groups(x.Length, NormChunk);
        if (chunks == 0) return 0;
        var partial = workspace.Doubles(chunks);
        driver.Launch(driver.Kernel("square_sums"), chunks, 1, 1, Lanes, [x.Length, Memory(x), x.Offset, partial]);
        if (sums.Length < chunks) sums = new double[chunks];
        driver.Read(partial, 0, MemoryMarshal.AsBytes(sums.AsSpan(0, chunks)));
        var total = 0.0;
        foreach (var sum in sums.AsSpan(0, chunks)) total += sum;
        return total;
    }

    /// <inheritdoc/>
    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step)
    {
        KernelArguments.AdamW(p, g, m, v);
        Each("adamw", p.Length,
            [
                p.Length, step.LearningRate, step.Beta1, step.OneMinusBeta1, step.Beta2, step.OneMinusBeta2, step.Correction1,
                step.Correction2, step.Epsilon, step.WeightDecay, step.Clip, Memory(p), p.Offset, Memory(g), g.Offset, Memory(m), m.Offset,
                Memory(v), v.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override UpdateLedger Ledger() => new GpuLedger(driver, workspace);

    /// <inheritdoc/>
    public override void Repeat(RecordedWork work)
    {
        if (!driver.CanRecord)
        {
            work.Call();
            return;
        }

        var recording = (GpuRecording?)work.Recording;
        if (recording is null)
            work.Recording = recording = new GpuRecording(driver, workspace);
        recording.Run(work);
    }

    /// <inheritdoc/>
    public override void Synchronize() => driver.Finish();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        workspace.Dispose();
        driver.Dispose();
    }

    private static nint Memory(FloatView view) => GpuFloatBuffer.Of(view);

    private static int Groups(int length, int size) => (length + size - 1) / size;

    /// <summary>A kernel with one work-item for each element, and z layers of them.</summary>
    private void Each(string kernel, int length, ReadOnlySpan<GpuArgument> arguments, int z = 1)
    {
        if (length > 0 && z > 0)
            driver.Launch(driver.Kernel(kernel), Groups(length, Flat), 1, z, Flat, arguments);
    }

    /// <summary>A kernel with 32 work-items for each row.</summary>
    private void Rows(string kernel, int rows, ReadOnlySpan<GpuArgument> arguments)
    {
        if (rows > 0)
            driver.Launch(driver.Kernel(kernel), Groups(rows, RowsOfGroup), 1, 1, RowsOfGroup * Lanes, arguments);
    }
}
