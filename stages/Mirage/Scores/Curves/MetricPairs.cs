using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Curves;

/// <summary>
/// Finds curves of a sharp and of a smooth metric on the same outputs. Both must agree in whatever tells curves apart, except in columns
/// that never have a value in common for the two metrics: those belong to the metric, as <c>prob_mode</c> does to a Brier score.
/// </summary>
public static class MetricPairs
{
    /// <summary>All pairs, in the order of the sharp curves, with the places of both curves.</summary>
    /// <param name="series">The curves.</param>
    /// <param name="rows">Their scores, in the same order.</param>
    public static List<(int Sharp, int Smooth, PairRow Row)> Of(IReadOnlyList<ScoreSeries> series, IReadOnlyList<EmergenceRow> rows)
    {
        var values = Values(series);
        var alike = Enumerable.Range(0, series.Count)
            .Where(i => rows[i].Shape is not null)
            .GroupBy(i => (series[i].Axis, series[i].Family, series[i].Model, series[i].Task, series[i].Shots));
        List<(int Sharp, int Smooth, PairRow Row)> pairs = [];
        foreach (var group in alike)
        {
            foreach (var sharp in group.Where(i => rows[i].Shape == MetricShape.Sharp && rows[i].Direction != MetricDirection.Neither))
            {
                foreach (var smooth in group.Where(i => rows[i].Shape == MetricShape.Smooth && rows[i].Direction != MetricDirection.Neither))
                {
                    if (series[sharp].X.AsSpan().SequenceEqual(series[smooth].X) && Agree(series[sharp], series[smooth], values))
                        pairs.Add((sharp, smooth, Pair(rows[sharp], rows[smooth])));
                }
            }
        }

        return pairs;
    }

    private static PairRow Pair(EmergenceRow sharp, EmergenceRow smooth) => new(
        sharp.Axis, sharp.Family, sharp.Model, sharp.Task, sharp.Shots, smooth.Condition, sharp.Metric, smooth.Metric, sharp.N,
        sharp.Score, smooth.Score, sharp.Flag, smooth.Flag, sharp.IsJump(), smooth.IsJump());

    private static Dictionary<(string Metric, string Column), HashSet<string>> Values(IReadOnlyList<ScoreSeries> series)
    {
        var values = new Dictionary<(string Metric, string Column), HashSet<string>>();
        foreach (var (metric, condition) in series.Select(curve => (curve.Metric.Name, curve.Condition)).Distinct())
        {
            foreach (var (name, value) in ConditionText.Parts(condition))
            {
                if (!values.TryGetValue((metric, name), out var set)) values[(metric, name)] = set = new(StringComparer.Ordinal);
                set.Add(value);
            }
        }

        return values;
    }

    private static bool Agree(
        ScoreSeries sharp, ScoreSeries smooth, Dictionary<(string Metric, string Column), HashSet<string>> values)
    {
        if (sharp.Condition == smooth.Condition) return true;
        return ConditionText.Parts(sharp.Condition).Zip(ConditionText.Parts(smooth.Condition)).All(both =>
            both.First.Value == both.Second.Value
            || !values[(sharp.Metric.Name, both.First.Name)].Overlaps(values[(smooth.Metric.Name, both.First.Name)]));
    }
}
