namespace Research.Learning.Auditing;

/// <summary>How surely an audit meets a forged segment (the hypergeometric distribution).</summary>
public static class Detection
{
    /// <summary>
    /// Probability that at least one of the forged segments is among those drawn: 1 - C(S - f, K) / C(S, K). Every forged segment
    /// that is replayed is found out.
    /// </summary>
    /// <param name="segments">Segments of the training, S.</param>
    /// <param name="forged">Forged ones among them, f; from 0 to S.</param>
    /// <param name="drawn">Segments drawn, K; from 0 to S.</param>
    public static double Probability(int segments, int forged, int drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(forged);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(forged, segments);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, segments);
        var missed = 1.0;
        for (var i = 0; i < drawn; i++)
        {
            missed *= Math.Max(segments - forged - i, 0) / (double)(segments - i);
        }

        return 1 - missed;
    }

    /// <summary>Fewest segments to draw so that <see cref="Probability"/> reaches a value.</summary>
    /// <param name="segments">Segments of the training; at least 1.</param>
    /// <param name="forged">Forged ones among them; from 1.</param>
    /// <param name="probability">In [0, 1].</param>
    public static int Needed(int segments, int forged, double probability)
    {
        var drawn = 0;
        while (drawn < segments && Probability(segments, forged, drawn) < probability)
        {
            drawn++;
        }

        return drawn;
    }
}
