using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Curves;

/// <summary>
/// The curves that the page draws: the largest scores under a sharp metric that a smooth one accompanies, both metrics of each; if there
/// are no pairs, the largest scores.
/// </summary>
internal static class DrawnCurves
{
    private const int Panels = 6;

    public static IEnumerable<PointRow> Of(
        IReadOnlyList<ScoreSeries> series, IReadOnlyList<EmergenceRow> rows, IReadOnlyList<(int Sharp, int Smooth, PairRow Row)> pairs)
    {
        // One panel for each model family and task, so that near-equal metrics do not crowd out the rest.
        var chosen = pairs
            .Where(pair => pair.Row.IsComparable())
            .OrderBy(pair => pair.Row.Axis).ThenByDescending(pair => pair.Row.SharpScore).ThenBy(pair => pair.Smooth)
            .DistinctBy(pair => (pair.Row.Axis, pair.Row.Family, pair.Row.Model, pair.Row.Task))
            .Take(Panels).ToList();
        return chosen.Count == 0
            ? Single(series, rows)
            : chosen.SelectMany((pair, index) => Points(series[pair.Sharp], index + 1).Concat(Points(series[pair.Smooth], index + 1)));
    }

    private static IEnumerable<PointRow> Single(IReadOnlyList<ScoreSeries> series, IReadOnlyList<EmergenceRow> rows) => Enumerable
        .Range(0, series.Count)
        .Where(i => rows[i].Flag == Emergence.SeriesFlag.None)
        .OrderBy(i => rows[i].Axis).ThenByDescending(i => rows[i].Score)
        .DistinctBy(i => (rows[i].Axis, rows[i].Family, rows[i].Model, rows[i].Task))
        .Take(Panels)
        .SelectMany((i, index) => Points(series[i], index + 1));

    private static IEnumerable<PointRow> Points(ScoreSeries curve, int order)
    {
        var sign = curve.Metric.Sign;
        double[] oriented = [.. curve.Y.Select(y => sign * y)];
        var (low, high) = (oriented.Min(), oriented.Max());
        var panel = $"{(curve.Model.Length > 0 ? curve.Model : curve.Family)}, {curve.Task}{(curve.Shots.Length > 0 ? $", {curve.Shots}-shot" : "")}";
        for (var i = 0; i < curve.X.Length; i++)
        {
            yield return new(
                panel, order, curve.Metric.Name, curve.Metric.Shape == MetricShape.Sharp ? "sharp" : "smooth", curve.X[i],
                high > low ? (oriented[i] - low) / (high - low) : 0, curve.Y[i]);
        }
    }
}
