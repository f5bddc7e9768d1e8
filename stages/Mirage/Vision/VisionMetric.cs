namespace Research.Mirage.Vision;

/// <summary>A metric of models of images.</summary>
public enum VisionMetric
{
    /// <summary>Mean of ||x - x̂||² over the test images; less is better. Smooth.</summary>
    SquaredError,

    /// <summary>Share of the test images with ||x - x̂||² below a threshold c. Sharp for some c.</summary>
    Reconstruction,

    /// <summary>Mean log probability of the true class, nats. Smooth.</summary>
    LogProbability,

    /// <summary>
    /// Share of the subsets of K test images that are all right; of sequences, share of those whose first K images are. K = 1 is the accuracy.
    /// </summary>
    SubsetAccuracy,
}
