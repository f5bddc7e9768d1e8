namespace Research.Mirage.Scores.Curves;

/// <summary>What a smooth metric does to the jumps of a sharp one, over all pairs of curves.</summary>
/// <param name="Axis">What grows.</param>
/// <param name="Sharp">The sharp metric.</param>
/// <param name="Smooth">The smooth metric, with what belongs to it.</param>
/// <param name="Pairs">Pairs whose scores are numbers.</param>
/// <param name="Flagged">Pairs with an infinite score, which are not compared.</param>
/// <param name="MedianSharp">Median score under the sharp metric.</param>
/// <param name="MedianSmooth">Median score under the smooth metric.</param>
/// <param name="Lower">Pairs in which the smooth metric has the lower score.</param>
/// <param name="LowerLow">Lower end of their share, Clopper-Pearson.</param>
/// <param name="LowerHigh">Upper end.</param>
/// <param name="SharpJumps">Pairs that jump under the sharp metric.</param>
/// <param name="Removed">Of these, pairs that do not under the smooth one.</param>
/// <param name="SmoothOnly">Pairs that jump under the smooth metric only.</param>
/// <param name="Words">What that comes to, by rule.</param>
public sealed record PairSummaryRow(
    SeriesAxis Axis, string Sharp, string Smooth, int Pairs, int Flagged, double MedianSharp, double MedianSmooth, int Lower, double LowerLow,
    double LowerHigh, int SharpJumps, int Removed, int SmoothOnly, string Words);
