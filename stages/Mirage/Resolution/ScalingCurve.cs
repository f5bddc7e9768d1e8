using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Mirage.Resolution;

/// <summary>
/// F(N) = ln(-ln PU(N)) over ln N. In the toy model it is a straight line, ln L + alpha ln(N / c), with the same slope for every target
/// length; a concave F means that ability comes faster than that, a convex one slower (arXiv 2310.03262).
/// </summary>
/// <param name="Slope">Slope of the straight line.</param>
/// <param name="Curvature">Coefficient of the square of ln N in the least-squares parabola; below 0 is concave.</param>
public readonly record struct ScalingCurve(double Slope, double Curvature)
{
    private const double Least = 1e-15;

    /// <summary>Fits the curve.</summary>
    /// <param name="sizes">Parameters, three different numbers at least.</param>
    /// <param name="probabilities">Probability of a right answer at each; 0 and 1 are moved inwards by 10^-15.</param>
    public static ScalingCurve Fit(IReadOnlyList<double> sizes, IReadOnlyList<double> probabilities)
    {
        double[] x = [.. sizes.Select(Elementary.Log)], f = [.. probabilities.Select(Of)];
        var line = LinearRegression.Fit(x, f);
        // The parabola's coefficient is that of what a straight line leaves of x^2, as in every regression.
        double[] squares = Array.ConvertAll(x, value => value * value);
        var square = LinearRegression.Fit(x, squares);
        double[] rest = [.. x.Zip(squares, (value, power) => power - square.Intercept - (square.Slope * value))];
        return new(line.Slope, LinearRegression.Fit(rest, f).Slope);
    }

    /// <summary>ln(-ln p).</summary>
    public static double Of(double probability)
    {
        var inside = probability < Least ? Least : probability > 1 - Least ? 1 - Least : probability;
        return Elementary.Log(-Elementary.Log(inside));
    }
}
