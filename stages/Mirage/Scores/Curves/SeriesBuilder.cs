using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores.Checks;
using Research.Numerics;

namespace Research.Mirage.Scores.Curves;

/// <summary>Puts scores together to curves.</summary>
public static class SeriesBuilder
{
    /// <summary>
    /// The curves with at least <see cref="EmergenceScore.FewestPoints"/> points, in a fixed order. Of every perplexity its logarithm is a
    /// curve too: the score is not the same for both.
    /// </summary>
    /// <param name="rows">The scores; no two are alike in all but the value.</param>
    /// <param name="metric">Finds a metric by name.</param>
    /// <param name="findings">Receives what could not be put together.</param>
    internal static List<ScoreSeries> Build(IEnumerable<ScoreRow> rows, Func<string, Metric> metric, FindingList findings)
    {
        var curves = new Dictionary<Key, List<Point>>();
        foreach (var row in rows)
        {
            if (row.Scale is { } scale)
                Add(new(SeriesAxis.Scale, row.Family, "", row.Task, row.Shots, row.Condition, row.Metric), new(scale, row.Value, row.Model, row.Step));
            if (row.Step is { } step)
                Add(new(SeriesAxis.Step, row.Family, row.Model, row.Task, row.Shots, row.Condition, row.Metric), new(step, row.Value, "", null));
        }

        List<ScoreSeries> series = [];
        foreach (var (key, points) in curves)
            if (Curve(key, points, metric(key.Metric), findings) is { } curve) series.Add(curve);
        var known = series.Select(curve => curve.Metric.Name).ToHashSet(StringComparer.Ordinal);
        series.AddRange([.. series.Select(curve => LogPerplexity.Of(curve, known)).OfType<ScoreSeries>()]);
        series.Sort(InOrder);
        return series;

        void Add(Key key, Point point)
        {
            if (!curves.TryGetValue(key, out var points)) curves[key] = points = [];
            points.Add(point);
        }
    }

    private static ScoreSeries? Curve(Key key, List<Point> points, Metric metric, FindingList findings)
    {
        var name = $"{key.Family} {key.Model} {key.Task} {key.Metric}".Replace("  ", " ", StringComparison.Ordinal);
        var last = key.Axis == SeriesAxis.Step ? points : LastSteps(points, name, findings);
        last.Sort((a, b) => a.X.CompareTo(b.X));
        for (var i = 1; i < last.Count; i++)
        {
            if (last[i].X != last[i - 1].X) continue;
            findings.Add(
                Outcome.Dropped, "Two models of one size (or two scores of one step): no curve", "curves",
                $"{name} ({last[i - 1].Model} and {last[i].Model})".Replace(" ( and )", "", StringComparison.Ordinal));
            return null;
        }

        if (last.Count >= EmergenceScore.FewestPoints)
        {
            return new(
                key.Axis, key.Family, key.Model, key.Task, key.Shots, key.Condition, metric,
                [.. last.Select(point => point.X)], [.. last.Select(point => point.Y)]);
        }

        if (last.Count > 1 || key.Axis == SeriesAxis.Scale)
            findings.Add(Outcome.Dropped, $"Fewer than {EmergenceScore.FewestPoints} points: not scored", "curves", name);
        return null;
    }

    private static List<Point> LastSteps(List<Point> points, string name, FindingList findings)
    {
        List<Point> last = [.. points.GroupBy(point => point.Model).Select(model => model.MaxBy(point => point.Step ?? 0))];
        if (last.Select(point => point.Step).Distinct().Count() > 1)
            findings.Add(Outcome.Kept, "The models' last steps differ: they may not have been trained alike", "curves", name);
        return last;
    }

    private static int InOrder(ScoreSeries a, ScoreSeries b) =>
        a.Axis != b.Axis ? a.Axis.CompareTo(b.Axis) : string.CompareOrdinal(Text(a), Text(b));

    private static string Text(ScoreSeries series) =>
        $"{series.Family}\u001f{series.Model}\u001f{series.Task}\u001f{series.Shots}\u001f{series.Condition}\u001f{series.Metric.Name}";

    private readonly record struct Key(
        SeriesAxis Axis, string Family, string Model, string Task, string Shots, string Condition, string Metric);

    private readonly record struct Point(double X, double Y, string Model, double? Step);

    /// <summary>The natural logarithm of a perplexity.</summary>
    private static class LogPerplexity
    {
        public static ScoreSeries? Of(ScoreSeries series, HashSet<string> known)
        {
            var name = $"log_{series.Metric.Name}";
            var isPerplexity = series.Metric.Name is "ppl" || series.Metric.Name.EndsWith("perplexity", StringComparison.Ordinal) && !series.Metric.Name.StartsWith("log_", StringComparison.Ordinal);
            if (!isPerplexity || known.Contains(name) || series.Y.Any(y => y <= 0)) return null;
            var metric = series.Metric with { Name = name, Low = 0, Definition = $"natural logarithm of {series.Metric.Name}" };
            return series with { Metric = metric, Y = [.. series.Y.Select(Elementary.Log)] };
        }
    }
}
