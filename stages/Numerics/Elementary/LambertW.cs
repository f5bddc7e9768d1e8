namespace Research.Numerics;

public static partial class Elementary
{
    // 1/e and e in two parts.
    private const double InverseE = 0.36787944117144233;
    private const double E = 2.718281828459045;
    private const double ELow = 1.4456468917292502e-16;

    /// <summary>
    /// Upper branch of Lambert's function: the w at least -1 with w e^w = x, within 1e-14 of w, or of 1 + w near -1/e; NaN below -1/e.
    /// </summary>
    public static double LambertW0(double x)
    {
        if (double.IsNaN(x) || x == 0 || double.IsPositiveInfinity(x)) return x;
        var p = BranchDistance(x);
        if (!(p >= 0)) return double.NaN;
        if (p < 0.02) return BranchSeries(p);
        var guess = x < 0 ? BranchSeries(Math.Min(p, 1))
            : x < E ? Log1p(x) * (1 - 0.25 * Log1p(x))
            : Log(x) - Log(Log(x));
        return Halley(x, guess);
    }

    /// <summary>
    /// Lower branch of Lambert's function: the w at most -1 with w e^w = x, for x in [-1/e, 0), within 1e-14 of w, or of
    /// 1 + w near -1/e; NaN outside, -infinity at 0.
    /// </summary>
    public static double LambertWMinus1(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        var p = BranchDistance(x);
        if (!(p >= 0) || x > 0) return double.NaN;
        if (p < 0.02) return BranchSeries(-p);
        if (x > -0.2)
        {
            // From w e^w = x: w = ln(-x) - ln(-w), whose Newton steps neither under- nor overflow.
            var log = Log(-x);
            var w = log - Log(-log);
            for (var step = 0; step < 8; step++) w -= (w + Log(-w) - log) * w / (1 + w);
            return w;
        }

        return Halley(x, BranchSeries(-p));
    }

    /// <summary>sqrt(2 (e x + 1)); NaN below -1/e by more than rounding.</summary>
    private static double BranchDistance(double x)
    {
        var sum = Math.FusedMultiplyAdd(E, x, 1) + ELow * x;
        return sum < 0 && x >= -InverseE ? 0 : Math.Sqrt(2 * sum);
    }

    /// <summary>Series about the branch point (Corless et al. 1996, eq. 4.22), for either sign of p.</summary>
    private static double BranchSeries(double p) => Polynomial(p, BranchCoefficients);

    private static double Halley(double x, double w)
    {
        for (var step = 0; step < 6; step++)
        {
            var exp = Exp(w);
            var f = w * exp - x;
            var slope = exp * (w + 1);
            w -= f / (slope - (w + 2) * f / (2 * w + 2));
        }

        return w;
    }

    private static ReadOnlySpan<double> BranchCoefficients =>
    [
        -1, 1, -1.0 / 3, 11.0 / 72, -43.0 / 540, 769.0 / 17280, -221.0 / 8505, 680863.0 / 43545600, -1963.0 / 204120,
    ];
}
