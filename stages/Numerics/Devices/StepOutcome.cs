namespace Research.Numerics.Devices;

/// <summary>What one training step came to.</summary>
/// <param name="LossSum">Sum of the losses of all positions, in order, nats.</param>
/// <param name="GradientNorm">Euclidean norm of the gradient.</param>
public readonly record struct StepOutcome(double LossSum, double GradientNorm)
{
    /// <summary>Whether both are finite; if not, no parameter was updated, by this step or a later one.</summary>
    public bool IsFinite => double.IsFinite(LossSum) && double.IsFinite(GradientNorm);
}
