using Research.Jobs;
using Research.Mirage.Metrics;
using Research.Mirage.Scores;
using Research.Mirage.Scores.Checks;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// The frozen outputs of our own models as a table of scores, so that they are analyzed as anybody's are: a task for each task and target
/// length, a curve for each seed.
/// </summary>
public static class SweepScores
{
    /// <summary>The metrics, each the mean over the items, as the catalog orients them.</summary>
    private static readonly (string Metric, Func<ArithmeticScore, double> Of)[] Metrics =
    [
        ("exact_match", row => row.Exact),
        ("token_edit_distance", row => row.EditDistance),
        ("multiple_choice_grade", row => row.Grade),
        ("brier", row => row.Brier),
        ("tc_brier", row => row.TargetBrier),
        ("log_likelihood", row => row.LogLikelihood),
    ];

    /// <summary>Gathers the final weights of all trainings.</summary>
    public static void Gather(SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, ScoreTable output, JobContext job)
    {
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()).Where(row => row.IsFinal));
        List<ScoreRow> rows =
        [
            .. from cell in cells
               from metric in Metrics
               select new ScoreRow(
                   "arithmetic", $"{cell.Model}, seed {cell.Seed}", cell.Parameters, null, "2",
                   $"{cell.Task.ToString().ToLowerInvariant()}, length {cell.Length}", metric.Metric, $"seed={cell.Seed}", cell.Mean(metric.Of)),
        ];
        output.Write(
            rows,
            () => Metrics.Select(metric => MetricCatalog.Find(metric.Metric)!)
                .Select(metric => new MetricRow(metric.Name, metric.Direction, metric.Shape, cells.Count, metric.Reference, metric.ChanceText)),
            () => [new(Outcome.Noted, "Measured", rows.Count, "scores", ""), new(Outcome.Noted, "Imported", rows.Count, "scores", "")]);
    }
}
