namespace Research.Numerics.Statistics;

/// <summary>
/// The beta distribution, to about 1e-12 for parameters below 1,000 and 1e-8 for parameters below a million.
/// </summary>
public static class BetaDistribution
{
    /// <summary>
    /// Regularized incomplete beta function I_x(a, b): the probability of a value up to x in [0, 1]; a, b > 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive or x is outside [0, 1].</exception>
    public static double Probability(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (!(x is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(x), x, "The value lies in [0, 1].");
        return Probability(x, 1 - x, a, b);
    }

    /// <summary>The value up to which the probability is p; a, b > 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive or p is outside [0, 1].</exception>
    public static double Quantile(double p, double a, double b)
    {
        if (!(p is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies in [0, 1].");
        return Bisection.Solve(x => Probability(x, a, b), p, 0, 1);
    }

    /// <summary>As I_x(a, b), with 1 - x given without the loss of the subtraction.</summary>
    internal static double Probability(double x, double rest, double a, double b)
    {
        if (x == 0 || rest == 0) return x == 0 ? 0 : 1;
        var front = Elementary.Exp(
            Elementary.LogGamma(a + b) - Elementary.LogGamma(a) - Elementary.LogGamma(b)
            + a * Elementary.Log(x) + b * Elementary.Log(rest));
        // The continued fraction converges fast on the near side of the mode; the other side follows by symmetry.
        return x < (a + 1) / (a + b + 2)
            ? front * ContinuedFraction(x, a, b) / a
            : 1 - front * ContinuedFraction(rest, b, a) / b;
    }

    /// <summary>
    /// The continued fraction of the incomplete beta function by Lentz's method (Abramowitz and Stegun 26.5.8).
    /// </summary>
    private static double ContinuedFraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var fraction = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-15) break;
        }

        return fraction;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
