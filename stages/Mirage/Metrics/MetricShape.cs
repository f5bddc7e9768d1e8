namespace Research.Mirage.Metrics;

/// <summary>How a metric answers to small changes of a model's probabilities (Schaeffer et al. 2023, section 2).</summary>
public enum MetricShape
{
    /// <summary>All or nothing on each item: a threshold, or a product over many tokens.</summary>
    Sharp,

    /// <summary>Changes in proportion, or continuously, with the probabilities of the tokens.</summary>
    Smooth,
}
