using System.Runtime.InteropServices;
using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <summary>
/// A ledger in a GPU's memory. The kernels find the numbers of the step and the place of its outcome there, so that the calls of a step
/// are the same each time and can be recorded.
/// </summary>
internal sealed class GpuLedger : UpdateLedger
{
    // Doubles hold floats and small integers exactly. The order is that of LEDGER_ in ledger.cl.
    private const int Numbers = 16;
    private const int OutcomeLength = 2;
    private const int NormChunk = Reference.SumOfSquares.Chunk;
    private const int Lanes = 32;
    private const int Flat = 256;

    private readonly GpuDriver driver;
    private readonly GpuWorkspace workspace;
    private readonly nint numbers;
    private readonly nint state;
    private readonly nint outcomesOnDevice;
    private readonly double[] next = new double[Numbers];
    private readonly double[] read;
    private bool disposed;

    /// <summary>A ledger for steps of a device.</summary>
    public GpuLedger(GpuDriver driver, GpuWorkspace workspace)
    {
        (this.driver, this.workspace) = (driver, workspace);
        read = new double[Capacity * OutcomeLength];
        numbers = driver.Allocate(Numbers * sizeof(double));
        state = driver.Allocate(2 * sizeof(double));
        outcomesOnDevice = driver.Allocate(read.Length * sizeof(double));
        Reset();
    }

    ~GpuLedger() => Dispose(false);

    /// <inheritdoc/>
    public override int Capacity => 64;

    /// <inheritdoc/>
    public override void Judge(FloatView losses, FloatView gradient)
    {
        var chunks = (gradient.Length + NormChunk - 1) / NormChunk;
        var sums = workspace.Doubles(Math.Max(1, chunks));
        if (chunks > 0)
        {
            driver.Launch(
                driver.Kernel("square_sums"), chunks, 1, 1, Lanes, [gradient.Length, GpuFloatBuffer.Of(gradient), gradient.Offset, sums]);
        }

        driver.Launch(
            driver.Kernel("judge"), 1, 1, 1, Flat,
            [losses.Length, GpuFloatBuffer.Of(losses), losses.Offset, chunks, sums, numbers, state, outcomesOnDevice]);
    }

    /// <inheritdoc/>
    public override void Update(FloatView p, FloatView g, FloatView m, FloatView v, bool decay)
    {
        KernelArguments.AdamW(p, g, m, v);
        if (p.Length == 0) return;
        driver.Launch(
            driver.Kernel("adamw_by_ledger"), (p.Length + Flat - 1) / Flat, 1, 1, Flat,
            [
                p.Length, decay ? 1 : 0, numbers, state, GpuFloatBuffer.Of(p), p.Offset, GpuFloatBuffer.Of(g), g.Offset,
                GpuFloatBuffer.Of(m), m.Offset, GpuFloatBuffer.Of(v), v.Offset,
            ]);
    }

    private protected override void Write(int place, in AdamWStep step, double clipNorm)
    {
        (next[0], next[1], next[2], next[3]) = (step.LearningRate, step.Beta1, step.OneMinusBeta1, step.Beta2);
        (next[4], next[5], next[6]) = (step.OneMinusBeta2, step.Correction1, step.Correction2);
        (next[7], next[8], next[9], next[10]) = (step.Epsilon, step.WeightDecay, clipNorm, place);
        driver.Write(numbers, 0, MemoryMarshal.AsBytes(next.AsSpan()));
    }

    private protected override void Read(Span<StepOutcome> outcomes)
    {
        driver.Read(outcomesOnDevice, 0, MemoryMarshal.AsBytes(read.AsSpan(0, outcomes.Length * OutcomeLength)));
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = new(read[OutcomeLength * i], read[(OutcomeLength * i) + 1]);
    }

    private protected override void Reset() => driver.Write(state, 0, MemoryMarshal.AsBytes<double>([1, 1]));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposed) return;
        disposed = true;
        driver.Free(numbers);
        driver.Free(state);
        driver.Free(outcomesOnDevice);
    }
}
