namespace Research.Numerics.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentDistribution
{
    /// <summary>Probability of a value above t; degrees of freedom positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not positive.</exception>
    public static double UpperTail(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (double.IsInfinity(t)) return t > 0 ? 0 : 1;
        var square = t * t;
        var tail = 0.5 * BetaDistribution.Probability(
            degrees / (degrees + square), square / (degrees + square), 0.5 * degrees, 0.5);
        return t >= 0 ? tail : 1 - tail;
    }

    /// <summary>The value that is exceeded with probability p in (0, 1/2].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1/2].</exception>
    public static double UpperQuantile(double p, double degrees)
    {
        if (!(p is > 0 and <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(p), p, "The upper probability lies in (0, 1/2].");
        var high = 1.0;
        while (UpperTail(high, degrees) > p) high *= 2;
        return Bisection.Solve(t => -UpperTail(t, degrees), -p, 0, high);
    }

    /// <summary>Factor of the standard error that makes a two-sided interval of that confidence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    internal static double TwoSided(double confidence, double degrees)
    {
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in (0, 1).");
        return UpperQuantile(0.5 * (1 - confidence), degrees);
    }
}
