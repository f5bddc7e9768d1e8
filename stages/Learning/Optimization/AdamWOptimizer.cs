using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Optimization;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) with decoupled decay on the weights of linear layers only. The scalars of a step are
/// computed on the host in double precision and rounded once (rule S5); the moments lie on the device.
/// </summary>
internal sealed class AdamWOptimizer : IDisposable
{
    private readonly Device device;
    private readonly FloatBuffer parameters;
    private readonly TrainingSpec spec;

    /// <summary>What is trained without decay, and what with.</summary>
    private readonly (int Offset, int Length, bool Decay)[] parts;

    private double power1 = 1;
    private double power2 = 1;

    /// <summary>An optimizer of a GPT's weights, or of its adapter's.</summary>
    public AdamWOptimizer(Gpt model, TrainingSpec spec)
        : this(model.Device, model.Parameters, model.Layout.UndecayedCount, spec, model.Layout.FirstTrained)
    {
    }

    /// <summary>An optimizer of all weights of a buffer.</summary>
    /// <param name="device">Where they lie.</param>
    /// <param name="parameters">The weights; those without decay first.</param>
    /// <param name="undecayed">How many have no decay.</param>
    /// <param name="spec">How they are trained.</param>
    /// <param name="firstTrained">Those before are not trained.</param>
    public AdamWOptimizer(Device device, FloatBuffer parameters, int undecayed, TrainingSpec spec, int firstTrained = 0)
    {
        (this.device, this.parameters, this.spec) = (device, parameters, spec);
        var split = Math.Max(firstTrained, undecayed);
        parts = [(firstTrained, split - firstTrained, false), (split, parameters.Length - split, true)];
        FirstMoment = device.Floats(parameters.Length);
        SecondMoment = device.Floats(parameters.Length);
    }

    /// <summary>Updates begun so far.</summary>
    public int Step { get; private set; }

    /// <summary>Running mean of the gradient, in the order of the parameters.</summary>
    public FloatBuffer FirstMoment { get; }

    /// <summary>Running mean of the squared gradient, in the order of the parameters.</summary>
    public FloatBuffer SecondMoment { get; }

    /// <summary>Begins an update: the scalars go into the ledger.</summary>
    public void Begin(UpdateLedger ledger)
    {
        Advance();
        ledger.Begin(Numbers(spec, Step, power1, power2), spec.ClipNorm);
    }

    /// <summary>Changes the weights that are trained once, as the ledger says.</summary>
    /// <param name="gradients">Gradient of the loss, in the order of the parameters.</param>
    /// <param name="ledger">The ledger, in which the update was begun and the gradient judged.</param>
    public void Update(FloatBuffer gradients, UpdateLedger ledger)
    {
        foreach (var (offset, length, decay) in parts)
        {
            ledger.Update(
                parameters.Slice(offset, length), gradients.Slice(offset, length), FirstMoment.Slice(offset, length),
                SecondMoment.Slice(offset, length), decay);
        }
    }

    /// <summary>Changes the weights that are trained once, by a gradient whose norm the host knows.</summary>
    /// <param name="gradients">Gradient of the loss, in the order of the parameters.</param>
    /// <param name="norm">Its Euclidean norm, perhaps together with that of other weights.</param>
    public void Update(FloatBuffer gradients, double norm)
    {
        Advance();
        var numbers = Numbers(spec, Step, power1, power2) with { Clip = AdamWStep.ClipFactor(spec.ClipNorm, norm) };
        foreach (var (offset, length, decay) in parts)
        {
            device.AdamW(
                parameters.Slice(offset, length), gradients.Slice(offset, length), FirstMoment.Slice(offset, length),
                SecondMoment.Slice(offset, length), decay ? numbers : numbers with { WeightDecay = 0 });
        }
    }

    /// <summary>Continues after the given number of updates.</summary>
    public void Restore(int step, ReadOnlySpan<float> firstMoment, ReadOnlySpan<float> secondMoment)
    {
        RewindTo(step);
        FirstMoment.Write(firstMoment);
        SecondMoment.Write(secondMoment);
    }

    /// <summary>Counts the given number of updates as done, whatever was begun; leaves the moments as they are.</summary>
    public void RewindTo(int step)
    {
        (Step, power1, power2) = (0, 1, 1);
        while (Step < step)
        {
            Advance();
        }
    }

    /// <summary>The scalars of an update; the factor of the gradient is the ledger's.</summary>
    internal static AdamWStep Numbers(TrainingSpec spec, int step, double power1, double power2) => new(
        LearningRate: (float)LearningRate.Of(spec, step),
        Beta1: (float)spec.Beta1,
        OneMinusBeta1: (float)(1 - spec.Beta1),
        Beta2: (float)spec.Beta2,
        OneMinusBeta2: (float)(1 - spec.Beta2),
        Correction1: (float)(1 / (1 - power1)),
        Correction2: (float)(1 / (1 - power2)),
        Epsilon: (float)spec.Epsilon,
        WeightDecay: (float)spec.WeightDecay,
        Clip: 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        FirstMoment.Dispose();
        SecondMoment.Dispose();
    }

    // Running products, not powers: a resumed run repeats the same multiplications.
    private void Advance()
    {
        Step++;
        power1 *= spec.Beta1;
        power2 *= spec.Beta2;
    }
}
