namespace Research.Mirage.Scores.Curves;

/// <summary>A point of a curve that the page draws.</summary>
/// <param name="Panel">Models and task.</param>
/// <param name="Order">Place of the panel, from 1.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Kind"><c>sharp</c> or <c>smooth</c>.</param>
/// <param name="X">Scale or step.</param>
/// <param name="Value">The metric, oriented, from 0 at its worst to 1 at its best on this curve.</param>
/// <param name="Raw">The metric as it stands in the source.</param>
public sealed record PointRow(string Panel, int Order, string Metric, string Kind, double X, double Value, double Raw);
