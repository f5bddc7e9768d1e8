using Research.Jobs;
using Research.Mirage.Metrics;
using Research.Mirage.Scores.Checks;
using Research.Mirage.Scores.Sources;

namespace Research.Mirage.Scores;

/// <summary>Imports a user's scores: the job of the import stage. The source is read twice and never held.</summary>
public static class ScoreImport
{
    private const int ReportEvery = 4096;

    /// <summary>Checks a file or folder, drops what cannot be believed and says so, and writes the rest.</summary>
    /// <param name="item">How to import.</param>
    /// <param name="path">A table (CSV, also gzipped, or Parquet), a JSON result, or a folder of these.</param>
    /// <param name="output">Receives the scores.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">
    /// The source cannot be read, lacks a column, has a metric whose direction nobody knows, or no score is left.
    /// </exception>
    public static void Import(ScoreImportSpec item, FileSystemInfo path, ScoreTable output, JobContext job)
    {
        var source = ScoreSources.Open(path, item);
        var metrics = new MetricChoice(item.Directions);
        var findings = new FindingList();
        var (read, census) = Count(source, metrics, findings, job);
        MetricChoice.RefuseUnknown([.. census.Metrics.Keys.Where(name => metrics.Find(name) is null)], source.Path);
        census.FindMixedUnits(metrics.Find);
        var names = Varying(source, census);
        var kept = new SortedDictionary<string, long>(StringComparer.Ordinal);
        output.Write(Kept(), Metrics, Findings);

        IEnumerable<ScoreRow> Kept()
        {
            foreach (var raw in source.Read(new FindingList()))
            {
                if (++read.Again % ReportEvery == 0) job.Report(read.Again, read.Rows, "scores");
                if (!raw.Selected || raw.Metric is { } skipped && metrics.IsSkipped(skipped)) continue;
                var score = CheckedScore.Of(raw, out var wrong);
                if (wrong is not null) continue;
                var metric = metrics.Find(raw.Metric!)!;
                if (census.Verdict(score) is { } doubt)
                {
                    findings.Add(Outcome.Dropped, doubt, "scores", $"{raw.Place}");
                    continue;
                }

                if (score.Value < metric.Low || score.Value > (metric.IsShare ? 100 : metric.High))
                {
                    findings.Add(Outcome.Dropped, $"Outside the range of {metric.Name}, {Range(metric)}", "scores", $"{raw.Place}");
                    continue;
                }

                kept[metric.Name] = kept.GetValueOrDefault(metric.Name) + 1;
                yield return new(
                    raw.Family!, raw.Model ?? "", score.Scale, score.Step, raw.Shots ?? "", raw.Task!, metric.Name,
                    ConditionText.Of(names.Select(name => (source.Conditions[name], raw.Conditions[name]))), score.Value);
            }

            if (kept.Count == 0)
                throw new InputException("no score is left to look at", source.Path, "Look at what was dropped: " + Summary(findings));
        }

        IEnumerable<MetricRow> Metrics() => kept.Select(entry =>
        {
            var metric = metrics.Find(entry.Key)!;
            return new MetricRow(
                metric.Name, metric.Direction, MetricChoice.KnowsShape(metric.Name) ? metric.Shape : null, entry.Value, metric.Reference, metric.ChanceText);
        });

        IEnumerable<Finding> Findings() =>
        [
            new(Outcome.Noted, $"Read as {source.Format}", read.Rows, "scores", ""),
            new(Outcome.Noted, "Imported", kept.Values.Sum(), "scores", ""),
            .. findings.All,
            .. Remarks(source, census, metrics, names),
        ];
    }

    private static (Tally Read, ScoreCensus Census) Count(IScoreSource source, MetricChoice metrics, FindingList findings, JobContext job)
    {
        var census = new ScoreCensus(source.Conditions.Count);
        var read = new Tally();
        foreach (var raw in source.Read(findings))
        {
            if (++read.Rows % ReportEvery == 0) job.Report(read.Rows, read.Rows, "scores");
            if (!raw.Selected)
            {
                findings.Add(Outcome.Dropped, "Left out by --score-where", "scores");
                continue;
            }

            if (raw.Metric is { } metric && metrics.IsSkipped(metric))
            {
                findings.Add(Outcome.Dropped, "Left out by --direction metric=skip", "scores", metric);
                continue;
            }

            var score = CheckedScore.Of(raw, out var wrong);
            if (wrong is not null)
            {
                findings.Add(Outcome.Dropped, wrong, "scores", $"{raw.Place}");
                continue;
            }

            if (raw.Scale is null) findings.Add(Outcome.Kept, "No scale: no part in curves over model scale", "scores", raw.Model ?? "");
            census.Add(score);
        }

        if (read.Rows == 0)
        {
            throw findings.All.Any()
                ? new InputException("there are no scores", source.Path, "Look at what was dropped: " + Summary(findings))
                : new InputException("there are no scores", source.Path, "Give a row for each score, or a result file with scores.");
        }

        return (read, census);
    }

    private static List<int> Varying(IScoreSource source, ScoreCensus census) =>
        [.. Enumerable.Range(0, source.Conditions.Count).Where(i => census.ConditionValues[i].Count > 1)];

    private static IEnumerable<Finding> Remarks(IScoreSource source, ScoreCensus census, MetricChoice metrics, List<int> names)
    {
        var remarks = new FindingList();
        foreach (var task in census.MixedShots)
            remarks.Add(Outcome.Kept, "Several numbers of shots for one task: kept apart, each its own curve", "tasks", task);
        foreach (var family in census.LoneFamilies)
            remarks.Add(Outcome.Kept, "Families of one model: no curve over model scale", "families", family);
        foreach (var metric in census.Percentages(metrics.Find))
            remarks.Add(Outcome.Kept, "A share with values above 1, read as percentages; a score is the same for both", "metrics", metric);
        foreach (var metric in census.Ambiguous(metrics.Find))
            remarks.Add(Outcome.Kept, "Values below and above 1 on one curve, read as percentages: if the small ones are fractions, a jump there is that of the unit", "metrics", metric);
        foreach (var metric in census.Metrics.Keys.Where(name => metrics.Find(name) is { Direction: MetricDirection.Neither }))
            remarks.Add(Outcome.Kept, "The metric has no direction: the sign of its score carries no meaning", "metrics", metric);
        foreach (var name in names)
            remarks.Add(Outcome.Noted, "Columns that tell curves apart", "columns", $"{source.Conditions[name]} ({census.ConditionValues[name].Count} values)");
        return remarks.All;
    }

    private static string Range(Metric metric) =>
        double.IsInfinity(metric.High) ? $"from {metric.Low} up" : double.IsInfinity(metric.Low) ? $"up to {metric.High}" : $"{metric.Low} to {metric.High}";

    private static string Summary(FindingList findings) =>
        string.Join("; ", findings.All.Where(finding => finding.Outcome == Outcome.Dropped)
            .Select(finding => $"{finding.Count} {finding.Of}: {finding.What}{(finding.Examples.Length > 0 ? $" ({finding.Examples})" : "")}")) + ".";

    private sealed class Tally
    {
        public long Rows { get; set; }

        public long Again { get; set; }
    }
}
