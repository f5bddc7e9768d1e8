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
    private readonly int firstTrained;
    private readonly int undecayed;
    private readonly TrainingSpec spec;
    private double power1 = 1;
    private double power2 = 1;

    /// <summary>An optimizer of a GPT's weights, or of its adapter's.</summary>
    public AdamWOptimizer(Gpt model, TrainingSpec spec)
        : this(model.Device, model.Parameters, model.Layout.UndecayedCount, spec) => firstTrained = model.Layout.FirstTrained;

    /// <summary>An optimizer of all weights of a buffer.</summary>
    /// <param name="device">Where they lie.</param>
    /// <param name="parameters">The weights; those without decay first.</param>
    /// <param name="undecayed">How many have no decay.</param>
    /// <param name="spec">How they are trained.</param>
    public AdamWOptimizer(Device device, FloatBuffer parameters, int undecayed, TrainingSpec spec)
    {
        (this.device, this.parameters, this.undecayed, this.spec) = (device, parameters, undecayed, spec);
        FirstMoment = device.Floats(parameters.Length);
        SecondMoment = device.Floats(parameters.Length);
    }

    /// <summary>Updates done so far.</summary>
    public int Step { get; private set; }

    /// <summary>Running mean of the gradient, in the order of the parameters.</summary>
    public FloatBuffer FirstMoment { get; }

    /// <summary>Running mean of the squared gradient, in the order of the parameters.</summary>
    public FloatBuffer SecondMoment { get; }

    /// <summary>Changes the weights that are trained once.</summary>
    /// <param name="gradients">Gradient of the loss, in the order of the parameters.</param>
    /// <param name="norm">Its Euclidean norm.</param>
    public void Update(FloatBuffer gradients, double norm)
    {
        Advance();
        var numbers = Numbers(spec, Step, power1, power2, norm);
        var split = Math.Max(firstTrained, undecayed);
        Run(firstTrained, split, numbers);
        Run(split, parameters.Length, numbers with { WeightDecay = (float)spec.WeightDecay });

        void Run(int offset, int end, AdamWStep step)
        {
            var length = end - offset;
            device.AdamW(
                parameters.Slice(offset, length), gradients.Slice(offset, length), FirstMoment.Slice(offset, length),
                SecondMoment.Slice(offset, length), step);
        }
    }

    /// <summary>Continues after the given number of updates.</summary>
    public void Restore(int step, ReadOnlySpan<float> firstMoment, ReadOnlySpan<float> secondMoment)
    {
        (Step, power1, power2) = (0, 1, 1);
        while (Step < step)
        {
            Advance();
        }

        FirstMoment.Write(firstMoment);
        SecondMoment.Write(secondMoment);
    }

    /// <summary>The scalars of an update of undecayed parameters.</summary>
    internal static AdamWStep Numbers(TrainingSpec spec, int step, double power1, double power2, double norm) => new(
        LearningRate: (float)LearningRate.Of(spec, step),
        Beta1: (float)spec.Beta1,
        OneMinusBeta1: (float)(1 - spec.Beta1),
        Beta2: (float)spec.Beta2,
        OneMinusBeta2: (float)(1 - spec.Beta2),
        Correction1: (float)(1 / (1 - power1)),
        Correction2: (float)(1 / (1 - power2)),
        Epsilon: (float)spec.Epsilon,
        WeightDecay: 0,
        Clip: spec.ClipNorm > 0 && norm > spec.ClipNorm ? (float)(spec.ClipNorm / norm) : 1);

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
