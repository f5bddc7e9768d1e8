namespace Research.Numerics.Statistics;

/// <summary>
/// Spearman's rank correlation, ties sharing their mean rank. Its test counts all permutations up to 8 points and uses
/// Student's approximation with n - 2 degrees of freedom beyond.
/// </summary>
public static class Spearman
{
    private const int LargestExact = 8;

    /// <summary>Tests the relation of x and y.</summary>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than three points, or a value is NaN.
    /// </exception>
    public static TrendTest Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} x and {y.Length} y.", nameof(y));
        Moments.Require(x, 3, "a rank correlation");
        double[] rankX = Ranks(x), rankY = Ranks(y);
        var n = x.Length;
        var covariance = Covariance(rankX, rankY);
        var scale = Math.Sqrt(Covariance(rankX, rankX) * Covariance(rankY, rankY));
        if (scale == 0) return new(double.NaN, 1, 1, n);
        var coefficient = covariance / scale;
        if (n <= LargestExact)
        {
            var (rising, falling) = CountPermutations(rankX, rankY, covariance);
            return new(coefficient, rising, falling, n);
        }

        var rest = (1 - coefficient) * (1 + coefficient);
        var t = rest > 0
            ? coefficient * Math.Sqrt((n - 2) / rest)
            : coefficient > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        return new(coefficient, StudentDistribution.UpperTail(t, n - 2), StudentDistribution.UpperTail(-t, n - 2), n);
    }

    /// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
    internal static double[] Ranks(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) throw new ArgumentException("A value is NaN.", nameof(values));
            int below = 0, equal = 0;
            foreach (var other in values)
            {
                if (other < values[i]) below++;
                else if (other == values[i]) equal++;
            }

            ranks[i] = below + 0.5 * (equal + 1);
        }

        return ranks;
    }

    private static double Covariance(double[] a, double[] b)
    {
        // The mean of ranks is (n + 1) / 2; all terms are multiples of 1/4, so the sum is exact in any order.
        double middle = 0.5 * (a.Length + 1), sum = 0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - middle) * (b[i] - middle);
        return sum;
    }

    private static (double Rising, double Falling) CountPermutations(double[] x, double[] y, double covariance)
    {
        int all = 0, rising = 0, falling = 0;
        Visit(0);
        return ((double)rising / all, (double)falling / all);

        void Visit(int fixedPlaces)
        {
            if (fixedPlaces == y.Length)
            {
                var value = Covariance(x, y);
                all++;
                if (value >= covariance) rising++;
                if (value <= covariance) falling++;
                return;
            }

            for (var i = fixedPlaces; i < y.Length; i++)
            {
                (y[fixedPlaces], y[i]) = (y[i], y[fixedPlaces]);
                Visit(fixedPlaces + 1);
                (y[fixedPlaces], y[i]) = (y[i], y[fixedPlaces]);
            }
        }
    }
}
