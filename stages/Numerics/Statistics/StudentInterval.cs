namespace Research.Numerics.Statistics;

/// <summary>Confidence intervals of a mean of normal observations with unknown variance.</summary>
public static class StudentInterval
{
    /// <summary>
    /// Mean of the observations (one per seed, say) with Student's interval; a single observation has no interval
    /// (NaN).
    /// </summary>
    /// <exception cref="ArgumentException">There are no values, or the confidence is outside (0, 1).</exception>
    public static Estimate OfMean(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        var mean = Moments.Mean(values);
        if (values.Length == 1) return new(mean, double.NaN, double.NaN, 1);
        var margin = StudentDistribution.TwoSided(confidence, values.Length - 1) * Moments.StandardError(values);
        return new(mean, mean - margin, mean + margin, values.Length);
    }
}
