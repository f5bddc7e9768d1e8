namespace Research.Mirage.Metrics;

/// <summary>Which way a metric gets better.</summary>
public enum MetricDirection
{
    /// <summary>Larger values are better.</summary>
    Higher,

    /// <summary>Smaller values are better: negated before an emergence score.</summary>
    Lower,

    /// <summary>
    /// Neither: the best value lies inside the range. Negated too, so that all such series are treated alike; the sign of its score
    /// carries no meaning.
    /// </summary>
    Neither,
}
