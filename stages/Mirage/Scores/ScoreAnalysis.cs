using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores.Checks;
using Research.Mirage.Scores.Curves;

namespace Research.Mirage.Scores;

/// <summary>Looks at an imported table: emergence scores against their null distributions, and metrics side by side.</summary>
public static class ScoreAnalysis
{
    /// <summary>The job's stage function.</summary>
    /// <exception cref="InputException">No curve has enough points.</exception>
    public static void Analyze(ScoreAnalysisSpec item, ScoreTable scores, ScoreReanalysis output, JobContext job)
    {
        var metrics = scores.Metrics();
        var byName = metrics.ToDictionary(row => row.Metric, Known, StringComparer.Ordinal);
        var unknownShapes = metrics.Where(row => row.Shape is null).Select(row => row.Metric).ToHashSet(StringComparer.Ordinal);
        var findings = new FindingList();
        var series = SeriesBuilder.Build(scores.Rows(), name => byName[name], findings);
        if (series.Count == 0)
        {
            throw new InputException(
                $"no curve has {EmergenceScore.FewestPoints} points; {string.Join("; ", findings.All.Select(finding => $"{finding.Count} {finding.Of}: {finding.What}"))}",
                "--scores", "Give the scores of at least 4 models of a family, or 4 steps of a training.");
        }

        var nulls = new NullTable(item.Draws, job.Threads, job.Cancellation);
        var rows = SeriesScores.Of(series, nulls, name => !unknownShapes.Contains(name));
        var paired = MetricPairs.Of(series, rows);
        var pairs = paired.ConvertAll(pair => pair.Row);
        output.Write("metrics", metrics);
        output.Write("findings", scores.Findings().Concat(findings.All));
        output.Write("emergence", rows);
        output.Write("pairs", pairs);
        output.Write("comparisons", PairSummary.Of(pairs, SmoothName(pairs)));
        output.Write("nulls", Nulls(rows, nulls));
        output.Write("points", DrawnCurves.Of(series, rows, paired));
    }

    private static Metric Known(MetricRow row) =>
        MetricCatalog.Find(row.Metric) is { } known
            ? known with { Direction = row.Direction }
            : new(row.Metric, row.Direction, MetricShape.Sharp, double.NegativeInfinity, double.PositiveInfinity, "", "", "");

    /// <summary>The smooth metric, with the columns that take several values for one pair of metrics, such as <c>prob_mode</c>.</summary>
    private static Func<PairRow, string> SmoothName(List<PairRow> pairs)
    {
        var columns = pairs
            .GroupBy(pair => (pair.Axis, pair.Family, pair.Model, pair.Task, pair.Shots, pair.Sharp, pair.Smooth))
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.SelectMany(pair => ConditionText.Parts(pair.Condition)).GroupBy(part => part.Name))
            .Where(parts => parts.Select(part => part.Value).Distinct().Count() > 1)
            .Select(parts => parts.Key)
            .ToHashSet(StringComparer.Ordinal);
        return pair => string.Join(", ", ConditionText.Parts(pair.Condition)
            .Where(part => columns.Contains(part.Name) && part.Value.Length > 0)
            .Select(part => $"{part.Name}={part.Value}")
            .Prepend(pair.Smooth));
    }

    private static IEnumerable<NullRow> Nulls(List<EmergenceRow> rows, NullTable nulls) => rows
        .Where(row => row.Flag == SeriesFlag.None).CountBy(row => row.N).OrderBy(count => count.Key)
        .Select(count =>
        {
            var (independent, walk) = (nulls.Of(NullKind.Independent, count.Key), nulls.Of(NullKind.RandomWalk, count.Key));
            return new NullRow(
                count.Key, count.Value, independent.Quantile(.5), independent.Quantile(.95), independent.Quantile(.99),
                walk.Quantile(.5), walk.Quantile(.95), walk.Quantile(.99), walk.ShareAbove(10));
        });
}
