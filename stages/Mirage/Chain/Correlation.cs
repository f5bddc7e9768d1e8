namespace Research.Mirage.Chain;

/// <summary>Correlations of two series; 0 where one of them is constant, since it then tells nothing of the other.</summary>
internal static class Correlation
{
    /// <summary>Pearson's, of the values.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = Numerics.Statistics.Moments.Mean(x), meanY = Numerics.Statistics.Moments.Mean(y), xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xx = Math.FusedMultiplyAdd(dx, dx, xx);
            xy = Math.FusedMultiplyAdd(dx, dy, xy);
            yy = Math.FusedMultiplyAdd(dy, dy, yy);
        }

        return IsConstant(x) || IsConstant(y) ? 0 : xy / (Math.Sqrt(xx) * Math.Sqrt(yy));
    }

    /// <summary>Spearman's: Pearson's of the ranks, equal values sharing their mean rank.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks(x), Ranks(y));

    /// <summary>Kendall's tau-b, of the order of pairs, ties discounted.</summary>
    public static double Kendall(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        long balance = 0, untiedX = 0, untiedY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                int signX = x[i].CompareTo(x[j]), signY = y[i].CompareTo(y[j]);
                balance += signX * signY;
                untiedX += signX * signX;
                untiedY += signY * signY;
            }
        }

        return untiedX == 0 || untiedY == 0 ? 0 : balance / (Math.Sqrt(untiedX) * Math.Sqrt(untiedY));
    }

    private static bool IsConstant(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (value != values[0]) return false;
        return true;
    }

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            int below = 0, equal = 0;
            foreach (var other in values)
            {
                if (other < values[i]) below++;
                else if (other == values[i]) equal++;
            }

            ranks[i] = below + (0.5 * (equal + 1));
        }

        return ranks;
    }
}
