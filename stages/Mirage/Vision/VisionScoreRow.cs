namespace Research.Mirage.Vision;

/// <summary>One metric of one model, computed from its frozen outputs.</summary>
/// <param name="Family">The model's family.</param>
/// <param name="Images">Name of the images.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Rank">K of a subset, or the place of the threshold c in its grid, from 1; 0 for metrics without.</param>
/// <param name="Threshold">The threshold c; null for metrics without.</param>
/// <param name="Size">Size of the model.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Seed">Seed of its training.</param>
/// <param name="Value">The metric as it is defined.</param>
/// <param name="Progress">
/// How far the metric has come from its worst to its best value over the sizes of this seed, 0 to 1, whatever its direction; null if all
/// are equal.
/// </param>
public sealed record VisionScoreRow(
    VisionFamily Family, string Images, VisionMetric Metric, int Rank, double? Threshold, int Size, int Parameters, int Seed, double Value,
    double? Progress);
