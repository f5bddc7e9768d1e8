using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Scaling;

/// <summary>The published loss of language models above the entropy of text (Hoffmann et al. 2022).</summary>
public static class ScalingLaw
{
    /// <summary>406.4 / N^0.34 + 410.7 / D^0.28, in nats per token.</summary>
    /// <param name="parameters">N, above 0.</param>
    /// <param name="tokens">D, above 0.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static double Excess(double parameters, double tokens) =>
        406.4 / Elementary.Pow(Range.Positive(parameters, "parameters"), 0.34) + 410.7 / Elementary.Pow(Range.Positive(tokens, "tokens"), 0.28);
}
