using Research.Numerics.Devices;

namespace Research.Numerics.Reference;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019, algorithm 2; decay multiplied by the learning rate), element by element.
/// </summary>
public static class AdamW
{
    /// <summary>
    /// g' = g clip; m = b1 m + (1 - b1) g'; v = b2 v + (1 - b2) g'²; u = (m c1) / (sqrt(v c2) + eps) + decay p;
    /// p = p - lr u. p, m, v are updated; all of one length.
    /// </summary>
    public static void Run(Span<float> p, ReadOnlySpan<float> g, Span<float> m, Span<float> v, in AdamWStep step)
    {
        for (var i = 0; i < p.Length; i++)
        {
            var gradient = g[i] * step.Clip;
            m[i] = ExactFma.Compute(step.Beta1, m[i], step.OneMinusBeta1 * gradient);
            v[i] = ExactFma.Compute(step.Beta2, v[i], step.OneMinusBeta2 * gradient * gradient);
            var update = m[i] * step.Correction1 / (MathF.Sqrt(v[i] * step.Correction2) + step.Epsilon);
            update = ExactFma.Compute(step.WeightDecay, p[i], update);
            p[i] = ExactFma.Compute(-step.LearningRate, update, p[i]);
        }
    }
}
