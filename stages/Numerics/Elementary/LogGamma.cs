namespace Research.Numerics;

public static partial class Elementary
{
    private const double LogSqrtTwoPi = 0.9189385332046728;

    /// <summary>
    /// ln Gamma(x) for x > 0, within 8 ulp (near its zeros 1 and 2 too); +infinity at 0 and +infinity, NaN below 0. A
    /// Taylor series about 2 (coefficients (zeta(k) - 1) / k), reached by Gamma(x + 1) = x Gamma(x); Stirling's series
    /// from 13 on.
    /// </summary>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) return x == 0 ? double.PositiveInfinity : double.NaN;
        if (x >= 13) return double.IsPositiveInfinity(x) ? x : Stirling(x);
        if (x < 0.5) return SeriesAbout2(x) - Log1p(x) - Log(x);
        if (x < 1.5) return SeriesAbout2(x - 1) - Log1p(x - 1);

        // Gamma(x) = (x - 1)(x - 2)...(2 + z) Gamma(2 + z)
        var product = 1.0;
        while (x > 2.5)
        {
            x -= 1;
            product *= x;
        }

        var value = SeriesAbout2(x - 2);
        return product == 1 ? value : Log(product) + value;
    }

    /// <summary>
    /// ln Gamma(2 + z) = (1 - gamma) z + sum over k from 2 of (zeta(k) - 1)/k (-z)^k, for |z| at most 1/2.
    /// </summary>
    private static double SeriesAbout2(double z) =>
        z * Math.FusedMultiplyAdd(z, Polynomial(-z, ZetaCoefficients), 0.42278433509846713);

    private static double Stirling(double x)
    {
        var inverse = 1 / x;
        var correction = inverse * Polynomial(inverse * inverse, StirlingCoefficients);
        var log = Log(x);
        var product = (x - 0.5) * log;
        var productLow = Math.FusedMultiplyAdd(x - 0.5, log, -product);
        return product - x + (productLow + LogSqrtTwoPi + correction);
    }

    private static ReadOnlySpan<double> ZetaCoefficients =>
    [
        0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986,
        0.0028905103307415234, 0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939,
        9.945751278180853e-05, 4.492623673813314e-05, 2.050721277567069e-05, 9.439488275268397e-06,
        4.374866789907488e-06, 2.039215753801366e-06, 9.55141213040742e-07, 4.492469198764566e-07,
        2.1207184805554665e-07, 1.0043224823968099e-07, 4.7698101693639804e-08, 2.2711094608943164e-08,
        1.0838659214896955e-08, 5.183475041970047e-09, 2.4836745438024785e-09, 1.1921401405860912e-09,
        5.731367241678862e-10, 2.7595228851242334e-10, 1.330476437424449e-10,
    ];

    /// <summary>B(2k) / (2k (2k - 1)) with the Bernoulli numbers B.</summary>
    private static ReadOnlySpan<double> StirlingCoefficients =>
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156,
    ];
}
