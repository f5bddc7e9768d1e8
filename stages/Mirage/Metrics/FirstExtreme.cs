namespace Research.Mirage.Metrics;

/// <summary>The place of the largest or smallest value; of equal ones the first.</summary>
public static class FirstExtreme
{
    /// <summary>The place of the largest.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static int Largest(ReadOnlySpan<double> values)
    {
        RequireSome(values);
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }

    /// <summary>The place of the smallest.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static int Smallest(ReadOnlySpan<double> values)
    {
        RequireSome(values);
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] < values[best]) best = i;
        return best;
    }

    private static void RequireSome(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) throw new ArgumentException("There are no values.", nameof(values));
    }
}
