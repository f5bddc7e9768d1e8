namespace Research.Numerics.Statistics;

/// <summary>
/// Sums and moments in double precision, added in the order given, so that they have the same bits everywhere.
/// </summary>
public static class Moments
{
    /// <summary>Sum from +0 in the order of the values; 0 for none.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    /// <summary>Arithmetic mean.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        Require(values, 1, "a mean");
        return Sum(values) / values.Length;
    }

    /// <summary>Unbiased variance (n - 1), in two passes.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static double Variance(ReadOnlySpan<double> values)
    {
        Require(values, 2, "a variance");
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values) sum = Math.FusedMultiplyAdd(value - mean, value - mean, sum);
        return sum / (values.Length - 1);
    }

    /// <summary>Square root of <see cref="Variance"/>.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static double StandardDeviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    /// <summary>Standard error of the mean.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static double StandardError(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values) / values.Length);

    /// <summary>Middle value, or the mean of the two middle ones.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(ReadOnlySpan<double> values)
    {
        Require(values, 1, "a median");
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }

    internal static void Require(ReadOnlySpan<double> values, int least, string what)
    {
        if (values.Length < least)
            throw new ArgumentException($"{what} needs at least {least} values, got {values.Length}.", nameof(values));
    }
}
