using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Optimization;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) with decoupled decay on the weights of linear layers only. The scalars of a step are
/// computed on the host in double precision and rounded once (rule S5); the moments lie on the device.
/// </summary>
internal sealed class AdamWOptimizer : IDisposable
{
    private readonly Gpt model;
    private readonly TrainingSpec spec;
    private double power1 = 1;
    private double power2 = 1;

    public AdamWOptimizer(Gpt model, TrainingSpec spec)
    {
        (this.model, this.spec) = (model, spec);
        FirstMoment = model.Device.Floats(model.Layout.ParameterCount);
        SecondMoment = model.Device.Floats(model.Layout.ParameterCount);
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
        var undecayed = Numbers(spec, Step, power1, power2, norm);
        var first = model.Layout.FirstTrained;
        var split = Math.Max(first, model.Layout.UndecayedCount);
        Run(first, split, undecayed);
        Run(split, model.Layout.ParameterCount, undecayed with { WeightDecay = (float)spec.WeightDecay });

        void Run(int offset, int end, AdamWStep step)
        {
            var length = end - offset;
            model.Device.AdamW(
                model.Parameters.Slice(offset, length), gradients.Slice(offset, length), FirstMoment.Slice(offset, length),
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
