namespace Research.Numerics.Statistics;

/// <summary>A continuous line of straight segments, fitted by least squares.</summary>
/// <param name="Breaks">The places where the slope changes, ascending.</param>
/// <param name="Slopes">The slope of each segment, one more than breaks.</param>
/// <param name="Center">A place on the line.</param>
/// <param name="Level">The value there, were the first segment to go on that far.</param>
/// <param name="Residual">Sum of the squared residuals, each times its point's weight.</param>
/// <param name="N">Points, or their weights' sum.</param>
public sealed record SegmentedFit(
    IReadOnlyList<double> Breaks, IReadOnlyList<double> Slopes, double Center, double Level, double Residual, double N)
{
    /// <summary>
    /// Schwarz's criterion for normal residuals, n ln(residual / n) + (2 + 2 breaks) ln n, without terms that all fits
    /// share; the smallest is best.
    /// </summary>
    public double Criterion => (N * Elementary.Log(Residual / N)) + ((2 + (2 * Breaks.Count)) * Elementary.Log(N));

    /// <summary>The line's value at a place.</summary>
    public double At(double x)
    {
        var value = Level + (Slopes[0] * (x - Center));
        for (var k = 0; k < Breaks.Count; k++)
            if (x > Breaks[k]) value += (Slopes[k + 1] - Slopes[k]) * (x - Breaks[k]);
        return value;
    }
}
