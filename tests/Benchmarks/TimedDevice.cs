using System.Diagnostics;
using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>A device that also keeps account of the time that each of its kernels takes, products by their case and shape.</summary>
/// <param name="inner">Computes; stays the caller's.</param>
internal sealed class TimedDevice(Device inner) : Device
{
    private readonly Dictionary<TimedKernel, List<double>> calls = [];

    /// <summary>The kernel that a training step calls once.</summary>
    public static TimedKernel OncePerStep { get; } = new("sum of squares");

    public override string Name => inner.Name;

    public override long NearMemory => inner.NearMemory;

    /// <summary>Seconds of each call of each kernel.</summary>
    public IReadOnlyDictionary<TimedKernel, List<double>> Calls => calls;

    public override FloatBuffer Floats(int length) => inner.Floats(length);

    public override IntBuffer Ints(int length) => inner.Ints(length);

    public override void Clear(FloatView y) => Time("clear", () => inner.Clear(y));

    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c, bool accumulate = false)
    {
        var start = Stopwatch.GetTimestamp();
        inner.MatMul(transposeA, transposeB, m, n, k, a, b, c, accumulate);
        Count(new TimedKernel($"{(transposeA ? 'T' : 'N')}{(transposeB ? 'T' : 'N')} {m} x {n} x {k}", 2.0 * m * n * k), start);
    }

    public override void Add(FloatView a, FloatView b, FloatView y) => Time("residual add", () => inner.Add(a, b, y));

    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x) =>
        Time("embedding, forward", () => inner.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x));

    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient, FloatView positionGradient) =>
        Time("embedding, backward", () => inner.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient));

    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd) =>
        Time("layer norm, forward", () => inner.LayerNormForward(rows, width, x, gain, y, mean, rstd));

    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx, FloatView dgain,
        bool accumulate = false) =>
        Time("layer norm, backward", () => inner.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain, accumulate));

    public override void GeluForward(FloatView x, FloatView y) => Time("GELU, forward", () => inner.GeluForward(x, y));

    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx) =>
        Time("GELU, backward", () => inner.GeluBackward(x, dy, dx));

    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y) =>
        Time("attention, forward", () => inner.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y));

    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities, FloatView dqkv) =>
        Time("attention, backward", () => inner.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv));

    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows, FloatView qkv, FloatView y) =>
        Time("path attention", () => inner.PathAttention(paths, longest, heads, headSize, offsets, queries, rows, qkv, y));

    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits) =>
        Time("cross-entropy", () => inner.CrossEntropy(rows, vocabulary, logits, targets, scale, losses, dlogits));

    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y) =>
        Time("log-softmax", () => inner.LogSoftmax(rows, vocabulary, logits, y));

    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y) =>
        Time("gather", () => inner.GatherRows(rows, width, indices, x, y));

    public override void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches) =>
        Time("unfold, forward", () => inner.UnfoldForward(shape, kernel, padding, x, patches));

    public override void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx) =>
        Time("unfold, backward", () => inner.UnfoldBackward(shape, kernel, padding, dpatches, dx));

    public override void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y) =>
        Time("max pool, forward", () => inner.MaxPoolForward(shape, size, x, y));

    public override void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx) =>
        Time("max pool, backward", () => inner.MaxPoolBackward(shape, size, x, dy, dx));

    public override void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y) =>
        Time("bias, forward", () => inner.BiasForward(rows, width, x, bias, y));

    public override void BiasBackward(int rows, int width, FloatView dy, FloatView dbias) =>
        Time("bias, backward", () => inner.BiasBackward(rows, width, dy, dbias));

    public override void SigmoidForward(FloatView x, FloatView y) => Time("sigmoid, forward", () => inner.SigmoidForward(x, y));

    public override void SigmoidBackward(FloatView y, FloatView dy, FloatView dx) =>
        Time("sigmoid, backward", () => inner.SigmoidBackward(y, dy, dx));

    public override void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy) =>
        Time("squared error", () => inner.SquaredError(rows, width, y, target, scale, losses, dy));

    public override double SumOfSquares(FloatView x)
    {
        var start = Stopwatch.GetTimestamp();
        var sum = inner.SumOfSquares(x);
        Count(OncePerStep, start);
        return sum;
    }

    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step)
    {
        var start = Stopwatch.GetTimestamp();
        inner.AdamW(p, g, m, v, step);
        Count(new TimedKernel("AdamW"), start);
    }

    public override void Synchronize() => inner.Synchronize();

    protected override void Dispose(bool disposing)
    {
    }

    private void Time(string name, Action kernel)
    {
        var start = Stopwatch.GetTimestamp();
        kernel();
        Count(new TimedKernel(name), start);
    }

    private void Count(TimedKernel kernel, long start)
    {
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (!calls.TryGetValue(kernel, out var list))
            calls[kernel] = list = [];
        list.Add(seconds);
    }
}
