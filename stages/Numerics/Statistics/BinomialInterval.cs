namespace Research.Numerics.Statistics;

/// <summary>Confidence intervals of a share: successes among independent trials.</summary>
public static class BinomialInterval
{
    /// <summary>The exact interval of Clopper and Pearson 1934: covers with at least the stated confidence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No trials, successes outside 0..trials, or confidence outside (0, 1).
    /// </exception>
    public static Estimate ClopperPearson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        var tail = 0.5 * (1 - confidence);
        var low = successes == 0 ? 0 : BetaDistribution.Quantile(tail, successes, trials - successes + 1);
        // The upper end by symmetry, so that both ends have the same relative precision.
        var high = successes == trials ? 1 : 1 - BetaDistribution.Quantile(tail, trials - successes, successes + 1);
        return new((double)successes / trials, low, high, trials);
    }

    /// <summary>The score interval of Wilson 1927: covers with about the stated confidence, and is shorter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No trials, successes outside 0..trials, or confidence outside (0, 1).
    /// </exception>
    public static Estimate Wilson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        var z = -Elementary.InverseNormal(0.5 * (1 - confidence));
        double n = trials, share = successes / n, square = z * z;
        var center = (share + square / (2 * n)) / (1 + square / n);
        var margin = z / (1 + square / n) * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
        return new(share, successes == 0 ? 0 : center - margin, successes == trials ? 1 : center + margin, trials);
    }

    private static void Check(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in (0, 1).");
    }
}
