namespace Research.Numerics.Statistics;

/// <summary>Least squares through points (x, y): y = intercept + slope x.</summary>
/// <param name="Slope">Slope of the line.</param>
/// <param name="Intercept">Value at x = 0.</param>
/// <param name="SlopeError">Standard error of the slope; NaN for two points.</param>
/// <param name="RSquared">Share of the variance explained; NaN if y is constant.</param>
/// <param name="N">Number of points.</param>
public readonly record struct LinearRegression(
    double Slope, double Intercept, double SlopeError, double RSquared, int N)
{
    /// <summary>Fits the line.</summary>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than two points, or all x are equal.
    /// </exception>
    public static LinearRegression Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} x and {y.Length} y.", nameof(y));
        Moments.Require(x, 2, "a regression");
        double meanX = Moments.Mean(x), meanY = Moments.Mean(y), sxx = 0, sxy = 0, syy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            sxx = Math.FusedMultiplyAdd(dx, dx, sxx);
            sxy = Math.FusedMultiplyAdd(dx, dy, sxy);
            syy = Math.FusedMultiplyAdd(dy, dy, syy);
        }

        if (!(sxx > 0)) throw new ArgumentException("All x are equal.", nameof(x));
        double slope = sxy / sxx, intercept = meanY - slope * meanX, residual = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var difference = y[i] - meanY - slope * (x[i] - meanX);
            residual = Math.FusedMultiplyAdd(difference, difference, residual);
        }

        var error = x.Length == 2 ? double.NaN : Math.Sqrt(residual / (x.Length - 2) / sxx);
        return new(slope, intercept, error, syy > 0 ? 1 - residual / syy : double.NaN, x.Length);
    }

    /// <summary>The slope with Student's interval; NaN ends for two points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public Estimate SlopeInterval(double confidence = 0.95)
    {
        if (N == 2) return new(Slope, double.NaN, double.NaN, N);
        var margin = StudentDistribution.TwoSided(confidence, N - 2) * SlopeError;
        return new(Slope, Slope - margin, Slope + margin, N);
    }

    /// <summary>
    /// Probability of a slope at least as steep, in either direction, if the true one is 0; NaN for two points.
    /// </summary>
    public double SlopePValue =>
        N == 2 ? double.NaN : Slope == 0 ? 1 : 2 * StudentDistribution.UpperTail(Math.Abs(Slope) / SlopeError, N - 2);
}
