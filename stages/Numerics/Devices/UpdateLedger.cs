namespace Research.Numerics.Devices;

/// <summary>
/// The scalars of training steps: what an update is given, and what came of it (rule S5). It lies where the device wants it, so that a
/// device apart works off several steps without the host waiting for any. For each step: <see cref="Begin"/>, then, possibly as
/// <see cref="RecordedWork"/>, <see cref="Judge"/> and any number of <see cref="Update"/>.
/// </summary>
public abstract class UpdateLedger : IDisposable
{
    /// <summary>Steps whose outcomes it can hold until they are collected.</summary>
    public abstract int Capacity { get; }

    /// <summary>Steps begun since the last collection.</summary>
    public int Pending { get; private set; }

    /// <summary>Begins a step.</summary>
    /// <param name="step">Its numbers; the factor <see cref="AdamWStep.Clip"/> is not read, it follows from the norm.</param>
    /// <param name="clipNorm">Largest norm of the gradient; 0 for no clipping.</param>
    /// <exception cref="InvalidOperationException">So many outcomes wait already.</exception>
    public void Begin(in AdamWStep step, double clipNorm)
    {
        if (Pending == Capacity) throw new InvalidOperationException("Collect the outcomes first.");
        Write(Pending, step, clipNorm);
        Pending++;
    }

    /// <summary>
    /// Sums the losses, takes the norm of the gradient, and from it the factor of the gradient: clipNorm / norm, rounded to float once,
    /// where the norm is larger, else 1. If either is not finite, this and all later updates change nothing.
    /// </summary>
    public abstract void Judge(FloatView losses, FloatView gradient);

    /// <summary>One step of AdamW; without <paramref name="decay"/>, with a weight decay of 0.</summary>
    public abstract void Update(FloatView p, FloatView g, FloatView m, FloatView v, bool decay);

    /// <summary>
    /// Waits for the steps begun and hands out their outcomes in order, up to the first that is not finite. Then nothing is pending,
    /// and updates change parameters again.
    /// </summary>
    /// <param name="outcomes">Receives them; at least <see cref="Pending"/>.</param>
    /// <returns>How many there are.</returns>
    public int Collect(Span<StepOutcome> outcomes)
    {
        var count = Pending;
        Pending = 0;
        if (count == 0) return 0;
        Read(outcomes[..count]);
        for (var i = 0; i < count; i++)
        {
            if (outcomes[i].IsFinite) continue;
            Reset();
            return i + 1;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the numbers of a step whose outcome goes to a place of its own.</summary>
    private protected abstract void Write(int place, in AdamWStep step, double clipNorm);

    /// <summary>Waits, and reads the outcomes of the first places.</summary>
    private protected abstract void Read(Span<StepOutcome> outcomes);

    /// <summary>Lets updates change parameters again.</summary>
    private protected abstract void Reset();

    /// <summary>Frees what it holds.</summary>
    protected abstract void Dispose(bool disposing);
}
