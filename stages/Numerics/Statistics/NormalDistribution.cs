namespace Research.Numerics.Statistics;

/// <summary>The standard normal distribution; its quantile is <see cref="Elementary.InverseNormal"/>.</summary>
public static class NormalDistribution
{
    private const double InverseSqrtTwoPi = 0.3989422804014327;

    /// <summary>Probability of a value above z, to about 1e-13 of it.</summary>
    public static double UpperTail(double z)
    {
        if (double.IsNaN(z)) return z;
        if (z < 0) return 1 - UpperTail(-z);
        if (z > 39) return 0;
        var density = InverseSqrtTwoPi * Elementary.Exp(-0.5 * z * z);
        if (z > 3)
        {
            // Mills' ratio as a continued fraction, from the inside out: 1 / (z + 1 / (z + 2 / (z + ...))).
            var fraction = z;
            for (var k = 120; k > 0; k--) fraction = z + k / fraction;
            return density / fraction;
        }

        double sum = 0, term = z;
        for (var k = 1; term > 1e-18; k++)
        {
            sum += term;
            term *= z * z / (2 * k + 1);
        }

        return 0.5 - density * sum;
    }
}
