namespace Research.Numerics.Statistics;

/// <summary>Kullback-Leibler divergence between distributions over one set of outcomes, in nats.</summary>
public static class KlDivergence
{
    /// <summary>KL(p, q) = sum of p ln(p / q), in order; +infinity where q is 0 and p is not.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        Require(p, q);
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            if (p[i] > 0) sum += p[i] * (Elementary.Log(p[i]) - Elementary.Log(q[i]));
        return sum;
    }

    /// <summary>
    /// The divergence with a floor inside both logarithms: sum of p (ln(p + floor) - ln(q + floor)), in order.
    /// </summary>
    /// <param name="p">The true distribution.</param>
    /// <param name="q">The predicted distribution.</param>
    /// <param name="floor">Jiang's simulation uses 1e-10.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Floored(ReadOnlySpan<double> p, ReadOnlySpan<double> q, double floor = 1e-10)
    {
        Require(p, q);
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            if (p[i] > 0) sum += p[i] * (Elementary.Log(p[i] + floor) - Elementary.Log(q[i] + floor));
        return sum;
    }

    private static void Require(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        if (p.Length != q.Length)
            throw new ArgumentException($"There are {p.Length} and {q.Length} outcomes.", nameof(q));
    }
}
