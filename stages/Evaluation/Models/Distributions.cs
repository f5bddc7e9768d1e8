using Research.Numerics;

namespace Research.Evaluation.Models;

/// <summary>Distances between distributions over the tokens.</summary>
internal static class Distributions
{
    /// <summary>What the author's code adds inside both logarithms, so that a zero costs much, but not everything.</summary>
    private const double Floor = 1e-10;

    /// <summary>Probabilities from float logarithms.</summary>
    public static double[] FromLogs(ReadOnlySpan<float> logs)
    {
        var probabilities = new double[logs.Length];
        for (var i = 0; i < logs.Length; i++) probabilities[i] = Elementary.Exp(logs[i]);
        return probabilities;
    }

    /// <summary>
    /// KL divergence in nats as the author's code computes it (Jiang 2023, section 8): sum of p (log(p + 1e-10) - log(q + 1e-10)).
    /// </summary>
    public static double KlDivergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] > 0) sum += p[i] * (Elementary.Log(p[i] + Floor) - Elementary.Log(q[i] + Floor));
        }

        return sum;
    }

    /// <summary>Largest difference of the probability of one token.</summary>
    public static double LargestGap(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var largest = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            var gap = Math.Abs(p[i] - q[i]);
            if (gap > largest) largest = gap;
        }

        return largest;
    }
}
