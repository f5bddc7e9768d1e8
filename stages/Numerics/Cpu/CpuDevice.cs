using System.Runtime.Intrinsics;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Devices;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// Kernels on the processor's vectors and threads. Neither the instruction set nor the number of threads changes a bit.
/// A device serves one caller at a time and allocates nothing once its scratch memory has grown.
/// </summary>
public sealed unsafe class CpuDevice : Device
{
    private readonly WorkerPool pool;
    private readonly Workspaces workspaces = new();
    private readonly MemoryAccount memory = new();
    private readonly Kernels kernels;

    // Buffers of the last calls: none can be collected while a kernel runs on its bare address.
    private readonly object?[] inUse = new object?[16];
    private int nextInUse;

    /// <summary>A device of this computer.</summary>
    /// <param name="threads">
    /// Threads per kernel, the caller's included; at least 1. With 1 every kernel is a plain loop.
    /// </param>
    /// <param name="set">Instruction set; the widest available one if null.</param>
    /// <param name="allowEmulatedFma">
    /// Also start where fused multiply-add must be emulated: right, but far too slow for anything but tests.
    /// </param>
    /// <exception cref="PlatformNotSupportedException">
    /// The instruction set is missing, fused multiply-add would be emulated, or the processor failed the self-test.
    /// </exception>
    public CpuDevice(int threads, InstructionSet? set = null, bool allowEmulatedFma = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        InstructionSet = set ?? InstructionSets.Best;
        if (!InstructionSets.IsAvailable(InstructionSet))
            throw new PlatformNotSupportedException(
                $"This processor has no {InstructionSets.DisplayName(InstructionSet)}.");
        if (!ExactFma.IsHardware && !allowEmulatedFma)
        {
            throw new PlatformNotSupportedException(
                "This processor has no fused multiply-add (x86 needs FMA3); emulating it is too slow for training.");
        }

        pool = new WorkerPool(threads);
        kernels = InstructionSet switch
        {
            InstructionSet.Vector512 => new SimdKernels<Simd512, Vector512<float>>(pool, workspaces),
            InstructionSet.Vector256 => new SimdKernels<Simd256, Vector256<float>>(pool, workspaces),
            InstructionSet.Vector128 => new SimdKernels<Simd128, Vector128<float>>(pool, workspaces),
            _ => new SimdKernels<SimdScalar, float>(pool, workspaces),
        };
        try
        {
            SelfTest.Run(kernels);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the kernels compute with.</summary>
    public InstructionSet InstructionSet { get; }

    /// <summary>Threads per kernel.</summary>
    public int Threads => pool.Threads;

    /// <inheritdoc/>
    public override string Name => $"CPU ({InstructionSets.DisplayName(InstructionSet)})";

    /// <summary>
    /// 32 MB, a third-level cache that is not large; without limit for more than 8 threads, because a part of a batch does not have
    /// items for all of them.
    /// </summary>
    public override long NearMemory => Threads > 8 ? long.MaxValue : 1 << 23;

    /// <summary>Bytes: the most that the device's buffers held at once, and the scratch memory of its kernels.</summary>
    public long PeakMemory => memory.Peak + workspaces.Bytes;

    /// <inheritdoc/>
    public override FloatBuffer Floats(int length) => new NativeFloatBuffer(length, memory);

    /// <inheritdoc/>
    public override IntBuffer Ints(int length) => new NativeIntBuffer(length);

    /// <inheritdoc/>
    public override void Clear(FloatView y) => new Span<float>(Pointer(y), y.Length).Clear();

    /// <inheritdoc/>
    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, FloatView a, FloatView b, FloatView c,
        bool accumulate = false)
    {
        KernelArguments.MatMul(m, n, k, a, b, c);
        kernels.MatMul(transposeA, transposeB, m, n, k, Pointer(a), Pointer(b), Pointer(c), accumulate);
    }

    /// <inheritdoc/>
    public override void Add(FloatView a, FloatView b, FloatView y)
    {
        KernelArguments.SameLength(y, a);
        KernelArguments.SameLength(y, b);
        kernels.Add(y.Length, Pointer(a), Pointer(b), Pointer(y));
    }

    /// <inheritdoc/>
    public override void EmbeddingForward(
        int rows, int time, int width, IntBuffer tokens, FloatView tokenTable, FloatView positionTable, FloatView x)
    {
        KernelArguments.EmbeddingForward(rows, time, width, tokens, tokenTable, positionTable, x);
        kernels.EmbeddingForward(
            rows, time, width, Pointer(tokens, rows, 0, tokenTable.Length / width), Pointer(tokenTable),
            Pointer(positionTable), Pointer(x));
    }

    /// <inheritdoc/>
    public override void EmbeddingBackward(
        int rows, int time, int width, IntBuffer tokens, FloatView dx, FloatView tokenGradient,
        FloatView positionGradient)
    {
        KernelArguments.EmbeddingBackward(rows, time, width, tokens, dx, tokenGradient, positionGradient);
        var vocabulary = tokenGradient.Length / width;
        kernels.EmbeddingBackward(
            rows, time, width, Pointer(tokens, rows, 0, vocabulary), Pointer(dx), vocabulary, Pointer(tokenGradient),
            positionGradient.Length / width, Pointer(positionGradient));
    }

    /// <inheritdoc/>
    public override void LayerNormForward(
        int rows, int width, FloatView x, FloatView gain, FloatView y, FloatView mean, FloatView rstd)
    {
        KernelArguments.LayerNormForward(rows, width, x, gain, y, mean, rstd);
        kernels.LayerNormForward(rows, width, Pointer(x), Pointer(gain), Pointer(y), Pointer(mean), Pointer(rstd));
    }

    /// <inheritdoc/>
    public override void LayerNormBackward(
        int rows, int width, FloatView dy, FloatView x, FloatView gain, FloatView mean, FloatView rstd, FloatView dx,
        FloatView dgain, bool accumulate = false)
    {
        KernelArguments.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain);
        kernels.LayerNormBackward(
            rows, width, Pointer(dy), Pointer(x), Pointer(gain), Pointer(mean), Pointer(rstd), Pointer(dx),
            Pointer(dgain), accumulate);
    }

    /// <inheritdoc/>
    public override void GeluForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        kernels.GeluForward(y.Length, Pointer(x), Pointer(y));
    }

    /// <inheritdoc/>
    public override void GeluBackward(FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, x);
        KernelArguments.SameLength(dx, dy);
        kernels.GeluBackward(dx.Length, Pointer(x), Pointer(dy), Pointer(dx));
    }

    /// <inheritdoc/>
    public override void AttentionForward(
        int batch, int time, int heads, int headSize, FloatView qkv, FloatView probabilities, FloatView y)
    {
        KernelArguments.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);
        kernels.AttentionForward(batch, time, heads, headSize, Pointer(qkv), Pointer(probabilities), Pointer(y));
    }

    /// <inheritdoc/>
    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, FloatView dy, FloatView qkv, FloatView probabilities,
        FloatView dqkv)
    {
        KernelArguments.AttentionBackward(batch, time, heads, headSize, dy, qkv, probabilities, dqkv);
        kernels.AttentionBackward(
            batch, time, heads, headSize, Pointer(dy), Pointer(qkv), Pointer(probabilities), Pointer(dqkv));
    }

    /// <inheritdoc/>
    public override void PathAttention(
        int paths, int longest, int heads, int headSize, IntBuffer offsets, IntBuffer queries, IntBuffer rows,
        FloatView qkv, FloatView y)
    {
        KernelArguments.PathAttention(
            paths, longest, heads, headSize, Span(offsets), Span(queries), Span(rows), qkv, y);
        kernels.PathAttention(
            paths, longest, heads, headSize, NativeIntBuffer.Of(offsets), NativeIntBuffer.Of(queries),
            NativeIntBuffer.Of(rows), Pointer(qkv), Pointer(y));
    }

    /// <inheritdoc/>
    public override void CrossEntropy(
        int rows, int vocabulary, FloatView logits, IntBuffer targets, float scale, FloatView losses, FloatView dlogits)
    {
        KernelArguments.CrossEntropy(rows, vocabulary, logits, targets, losses, dlogits);
        kernels.CrossEntropy(
            rows, vocabulary, Pointer(logits), Pointer(targets, rows, -1, vocabulary), scale, Pointer(losses),
            Pointer(dlogits));
    }

    /// <inheritdoc/>
    public override void LogSoftmax(int rows, int vocabulary, FloatView logits, FloatView y)
    {
        KernelArguments.LogSoftmax(rows, vocabulary, logits, y);
        kernels.LogSoftmax(rows, vocabulary, Pointer(logits), Pointer(y));
    }

    /// <inheritdoc/>
    public override void GatherRows(int rows, int width, IntBuffer indices, FloatView x, FloatView y)
    {
        KernelArguments.GatherRows(rows, width, indices, x, y);
        Cpu.GatherRows.Run(pool, rows, width, Pointer(indices, rows, 0, x.Length / width), Pointer(x), Pointer(y));
    }

    /// <inheritdoc/>
    public override void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        KernelArguments.UnfoldForward(shape, kernel, padding, x, patches);
        Cpu.Unfold.Forward(pool, shape, kernel, padding, Pointer(x), Pointer(patches));
    }

    /// <inheritdoc/>
    public override void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx)
    {
        KernelArguments.UnfoldBackward(shape, kernel, padding, dpatches, dx);
        Cpu.Unfold.Backward(pool, shape, kernel, padding, Pointer(dpatches), Pointer(dx));
    }

    /// <inheritdoc/>
    public override void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        KernelArguments.MaxPoolForward(shape, size, x, y);
        Cpu.MaxPool.Forward(pool, shape, size, Pointer(x), Pointer(y));
    }

    /// <inheritdoc/>
    public override void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.MaxPoolBackward(shape, size, x, dy, dx);
        Cpu.MaxPool.Backward(pool, shape, size, Pointer(x), Pointer(dy), Pointer(dx));
    }

    /// <inheritdoc/>
    public override void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y)
    {
        KernelArguments.BiasForward(rows, width, x, bias, y);
        kernels.BiasForward(rows, width, Pointer(x), Pointer(bias), Pointer(y));
    }

    /// <inheritdoc/>
    public override void BiasBackward(int rows, int width, FloatView dy, FloatView dbias)
    {
        KernelArguments.BiasBackward(rows, width, dy, dbias);
        kernels.BiasBackward(rows, width, Pointer(dy), Pointer(dbias));
    }

    /// <inheritdoc/>
    public override void SigmoidForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        kernels.SigmoidForward(y.Length, Pointer(x), Pointer(y));
    }

    /// <inheritdoc/>
    public override void SigmoidBackward(FloatView y, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, y);
        KernelArguments.SameLength(dx, dy);
        kernels.SigmoidBackward(dx.Length, Pointer(y), Pointer(dy), Pointer(dx));
    }

    /// <inheritdoc/>
    public override void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy)
    {
        KernelArguments.SquaredError(rows, width, y, target, losses, dy);
        kernels.SquaredError(rows, width, Pointer(y), Pointer(target), scale, Pointer(losses), Pointer(dy));
    }

    /// <inheritdoc/>
    public override double SumOfSquares(FloatView x) => Cpu.SumOfSquares.Run(pool, workspaces, x.Length, Pointer(x));

    /// <inheritdoc/>
    public override void AdamW(FloatView p, FloatView g, FloatView m, FloatView v, in AdamWStep step)
    {
        KernelArguments.AdamW(p, g, m, v);
        kernels.AdamW(p.Length, Pointer(p), Pointer(g), Pointer(m), Pointer(v), step);
    }

    /// <inheritdoc/>
    public override void Synchronize()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        pool.Dispose();
        workspaces.Dispose();
    }

    private float* Pointer(FloatView view)
    {
        KeepAlive(view.Buffer);
        return NativeFloatBuffer.Of(view);
    }

    /// <summary>Indices whose first <paramref name="count"/> lie in [minimum, limit).</summary>
    private int* Pointer(IntBuffer buffer, int count, int minimum, int limit)
    {
        var indices = Span(buffer)[..count];
        if (indices.IndexOfAnyExceptInRange(minimum, limit - 1) is >= 0 and var at)
            throw new ArgumentOutOfRangeException(
                nameof(buffer), indices[at], $"An index is not in [{minimum}, {limit}).");
        return NativeIntBuffer.Of(buffer);
    }

    private ReadOnlySpan<int> Span(IntBuffer buffer)
    {
        KeepAlive(buffer);
        return new ReadOnlySpan<int>(NativeIntBuffer.Of(buffer), buffer.Length);
    }

    private void KeepAlive(object buffer) => inUse[nextInUse++ % inUse.Length] = buffer;
}
