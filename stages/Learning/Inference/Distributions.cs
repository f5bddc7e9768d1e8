using Research.Numerics;

namespace Research.Learning.Inference;

/// <summary>Distances between distributions over the tokens.</summary>
public static class Distributions
{
    /// <summary>Probabilities from float logarithms.</summary>
    public static double[] FromLogs(ReadOnlySpan<float> logs)
    {
        var probabilities = new double[logs.Length];
        for (var i = 0; i < logs.Length; i++) probabilities[i] = Elementary.Exp(logs[i]);
        return probabilities;
    }

    /// <summary>Half the sum of the differences: how much probability lies elsewhere, from 0 to 1.</summary>
    public static double TotalVariation(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++) sum += Math.Abs(p[i] - q[i]);
        return 0.5 * sum;
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
