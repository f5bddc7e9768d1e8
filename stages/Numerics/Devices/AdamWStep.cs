namespace Research.Numerics.Devices;

/// <summary>
/// The numbers of one AdamW step, computed in double precision on the host and rounded to float once (rule S5).
/// </summary>
/// <param name="LearningRate">Step size.</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="OneMinusBeta1">1 - beta1.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="OneMinusBeta2">1 - beta2.</param>
/// <param name="Correction1">1 / (1 - beta1^t).</param>
/// <param name="Correction2">1 / (1 - beta2^t).</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
/// <param name="WeightDecay">Decoupled decay; 0 for parameters that are not decayed.</param>
/// <param name="Clip">Factor on every gradient: min(1, maximal norm / norm).</param>
public readonly record struct AdamWStep(
    float LearningRate, float Beta1, float OneMinusBeta1, float Beta2, float OneMinusBeta2, float Correction1,
    float Correction2, float Epsilon, float WeightDecay, float Clip)
{
    /// <summary>The factor that brings a gradient's norm down to the largest one; 1 where it is not larger, or the largest is 0.</summary>
    public static float ClipFactor(double largest, double norm) => largest > 0 && norm > largest ? (float)(largest / norm) : 1;
}
