namespace Research.Numerics.Statistics;

/// <summary>
/// The Mann-Kendall test of a trend in a series (Mann 1945, Kendall 1975): S counts rising minus falling pairs. Exact
/// without ties up to 40 values, else the normal approximation with corrections for ties and continuity.
/// </summary>
public static class MannKendall
{
    private const int LargestExact = 40;

    /// <summary>Tests a series in its order; the coefficient is Kendall's tau-b.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is NaN.</exception>
    public static TrendTest Test(ReadOnlySpan<double> series)
    {
        Moments.Require(series, 2, "a trend test");
        int n = series.Length, s = 0;
        for (var i = 0; i < n; i++)
        {
            if (double.IsNaN(series[i])) throw new ArgumentException("A value is NaN.", nameof(series));
            for (var j = 0; j < i; j++) s += series[i].CompareTo(series[j]);
        }

        var sorted = series.ToArray();
        Array.Sort(sorted);
        double tiedPairs = 0, tieTerm = 0;
        for (int i = 0, run; i < n; i += run)
        {
            run = 1;
            while (i + run < n && sorted[i + run] == sorted[i]) run++;
            tiedPairs += 0.5 * run * (run - 1.0);
            tieTerm += run * (run - 1.0) * (2.0 * run + 5);
        }

        var pairs = 0.5 * n * (n - 1.0);
        if (tiedPairs == pairs) return new(double.NaN, 1, 1, n);
        var tau = s / Math.Sqrt(pairs * (pairs - tiedPairs));
        if (tiedPairs == 0 && n <= LargestExact) return new(tau, ExactUpperTail(n, s), ExactUpperTail(n, -s), n);
        var deviation = Math.Sqrt((n * (n - 1.0) * (2.0 * n + 5) - tieTerm) / 18);
        var rising = NormalDistribution.UpperTail((s - 1) / deviation);
        var falling = NormalDistribution.UpperTail((-s - 1) / deviation);
        return new(tau, rising, falling, n);
    }

    /// <summary>Probability that S of a random permutation is at least s: S = n(n-1)/2 - 2 inversions.</summary>
    private static double ExactUpperTail(int n, int s)
    {
        var pairs = n * (n - 1) / 2;
        var inversions = new double[pairs + 1];
        inversions[0] = 1;
        for (var k = 2; k <= n; k++)
        {
            var next = new double[pairs + 1];
            for (var i = 0; i <= pairs; i++)
                for (var added = 0; added < k && added <= i; added++)
                    next[i] += inversions[i - added] / k;
            inversions = next;
        }

        var most = (pairs - s) / 2;
        return most < 0 ? 0 : Moments.Sum(inversions.AsSpan(0, most + 1));
    }
}
