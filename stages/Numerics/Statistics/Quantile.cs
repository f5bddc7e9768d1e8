namespace Research.Numerics.Statistics;

/// <summary>Quantiles of a sample, linear between its ordered values (Hyndman and Fan 1996, definition 7).</summary>
public static class Quantile
{
    /// <summary>The quantile at a share of the way from the smallest value to the largest.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside [0, 1].</exception>
    public static double Of(ReadOnlySpan<double> values, double share)
    {
        Moments.Require(values, 1, "a quantile");
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies in 0..1.");
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length
            ? sorted[below]
            : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
