namespace Research.Mirage.Emergence;

/// <summary>P-values of many tests, adjusted so that they can be compared with a level as if there were one test.</summary>
public static class MultipleTests
{
    /// <summary>
    /// Holm 1979: adjusted_(i) = max over j up to i of min(1, (m - j + 1) p_(j)). Rejecting what is at most the level keeps the
    /// probability of any false rejection below it, whatever the tests depend on.
    /// </summary>
    /// <exception cref="ArgumentException">A p-value is outside [0, 1].</exception>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        var (order, adjusted) = (Ascending(pValues), new double[pValues.Length]);
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - i) * pValues[order[i]]));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }

    /// <summary>
    /// Benjamini and Hochberg 1995: adjusted_(i) = min over j from i of min(1, m p_(j) / j). Rejecting what is at most the level keeps
    /// the expected share of false rejections below it, for tests that are independent or positively dependent.
    /// </summary>
    /// <exception cref="ArgumentException">A p-value is outside [0, 1].</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        var (order, adjusted) = (Ascending(pValues), new double[pValues.Length]);
        var smallest = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, order.Length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }

    private static int[] Ascending(ReadOnlySpan<double> pValues)
    {
        foreach (var p in pValues)
            if (p is not (>= 0 and <= 1)) throw new ArgumentException($"{p} is no p-value.", nameof(pValues));
        var order = new int[pValues.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(pValues.ToArray(), order);
        return order;
    }
}
