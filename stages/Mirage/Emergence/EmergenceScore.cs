using Research.Mirage.Metrics;
using Research.Numerics.Statistics;

namespace Research.Mirage.Emergence;

/// <summary>
/// The emergence score of Schaeffer et al. 2023, eq. 1, which is also the breakthroughness of BIG-bench (Srivastava et al. 2022): the
/// range of a metric over scales, divided by the root of the median squared difference of neighbors; negative if the smallest value
/// comes last. A straight line through n points scores n - 1. It is unchanged by affine maps of the values, and by no others.
/// </summary>
/// <param name="Value">The score; 0 if flat, +-infinity if the median is 0.</param>
/// <param name="Linearity">
/// The range divided by the root of the mean squared difference: BIG-bench's linearity (its form recalled); 0 if flat.
/// </param>
/// <param name="Flag">Whether the score is an ordinary number.</param>
/// <param name="N">Number of values.</param>
public readonly record struct EmergenceScore(double Value, double Linearity, SeriesFlag Flag, int N)
{
    /// <summary>The fewest points of a series that tables and claims use.</summary>
    public const int FewestPoints = 4;

    /// <summary>
    /// Root mean square over root median square of the steps: 1 for a straight line, large if few steps make the range. NaN if flat.
    /// </summary>
    public double Unevenness => Flag == SeriesFlag.Flat ? double.NaN : Value / Linearity;

    /// <summary>The score of values at scales in any order.</summary>
    /// <param name="scales">Sizes, steps or the like.</param>
    /// <param name="values">The metric at each.</param>
    /// <param name="direction">Lower-is-better values are negated first, so that a positive score means "gets better with scale".</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than two values, two scales are equal, or a number is not finite.
    /// </exception>
    public static EmergenceScore Of(
        ReadOnlySpan<double> scales, ReadOnlySpan<double> values, MetricDirection direction = MetricDirection.Higher)
    {
        if (scales.Length != values.Length)
            throw new ArgumentException($"There are {scales.Length} scales and {values.Length} values.", nameof(values));
        var (x, y) = (scales.ToArray(), values.ToArray());
        Array.Sort(x, y);
        for (var i = 1; i < x.Length; i++)
            if (x[i] == x[i - 1]) throw new ArgumentException($"Two values have the scale {x[i]}.", nameof(scales));
        if (!Array.TrueForAll(x, double.IsFinite)) throw new ArgumentException("A scale is not finite.", nameof(scales));
        if (direction != MetricDirection.Higher)
            for (var i = 0; i < y.Length; i++) y[i] = -y[i];
        return OfOrdered(y);
    }

    /// <summary>The score of values in the order of their scales, larger being better.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is not finite.</exception>
    public static EmergenceScore OfOrdered(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) throw new ArgumentException($"A score needs at least 2 values, got {values.Length}.", nameof(values));
        foreach (var value in values)
            if (!double.IsFinite(value)) throw new ArgumentException("A value is not finite.", nameof(values));
        int most = FirstExtreme.Largest(values), least = FirstExtreme.Smallest(values);
        var range = values[most] - values[least];
        if (range == 0) return new(0, 0, SeriesFlag.Flat, values.Length);

        Span<double> squares = values.Length <= OnStack ? stackalloc double[values.Length - 1] : new double[values.Length - 1];
        for (var i = 1; i < values.Length; i++) squares[i - 1] = (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        if (most < least) range = -range;
        var linearity = range / Math.Sqrt(Moments.Mean(squares));
        var median = MedianOf(squares);
        return median == 0
            ? new(range > 0 ? double.PositiveInfinity : double.NegativeInfinity, linearity, SeriesFlag.ZeroMedian, values.Length)
            : new(range / Math.Sqrt(median), linearity, SeriesFlag.None, values.Length);
    }

    private const int OnStack = 64;

    private static double MedianOf(Span<double> squares)
    {
        squares.Sort();
        var middle = squares.Length / 2;
        return squares.Length % 2 == 1 ? squares[middle] : 0.5 * (squares[middle - 1] + squares[middle]);
    }
}
