namespace Research.Numerics.Devices;

/// <summary>The ledger of a device whose kernels have finished when they return: one step, on the host.</summary>
internal sealed class HostLedger(Device device) : UpdateLedger
{
    private float[] positions = [];
    private AdamWStep numbers;
    private double clipNorm;
    private StepOutcome outcome;
    private bool stopped;

    /// <inheritdoc/>
    public override int Capacity => 1;

    /// <inheritdoc/>
    public override void Judge(FloatView losses, FloatView gradient)
    {
        if (positions.Length != losses.Length) positions = new float[losses.Length];
        losses.Buffer.Read(positions, losses.Offset);
        var sum = 0.0;
        foreach (var loss in positions) sum += loss;
        outcome = new(sum, Math.Sqrt(device.SumOfSquares(gradient)));
        stopped |= !outcome.IsFinite;
        numbers = numbers with { Clip = AdamWStep.ClipFactor(clipNorm, outcome.GradientNorm) };
    }

    /// <inheritdoc/>
    public override void Update(FloatView p, FloatView g, FloatView m, FloatView v, bool decay)
    {
        if (!stopped)
            device.AdamW(p, g, m, v, decay ? numbers : numbers with { WeightDecay = 0 });
    }

    private protected override void Write(int place, in AdamWStep step, double clipNorm) => (numbers, this.clipNorm) = (step, clipNorm);

    private protected override void Read(Span<StepOutcome> outcomes) => outcomes[0] = outcome;

    private protected override void Reset() => stopped = false;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
