using System.Globalization;
using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores;
using Research.Mirage.Scores.Checks;
using Research.Mirage.Scores.Curves;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// The frozen outputs of our own models as a table of scores, so that they are analyzed as anybody's are: a task for each task and target
/// length, a curve for each seed.
/// </summary>
public static class SweepScores
{
    private const string Between = ", length ";
    private const string SeedName = "seed=";

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

    /// <summary>Gathers the final weights of all trainings. A family with a gap is refused: its curves would be left out further on.</summary>
    /// <exception cref="InputException">
    /// There are fewer than <see cref="EmergenceScore.FewestPoints"/> sizes, two models have one size, a model lacks a task, length or
    /// seed that others have, or a mean is not finite.
    /// </exception>
    public static void Gather(SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, ScoreTable output, JobContext job)
    {
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()).Where(row => row.IsFinal));
        SweepCheck.Refuse(item.Experiment, cells);
        List<ScoreRow> rows =
        [
            .. from cell in cells
               from metric in Metrics
               select new ScoreRow(
                   "arithmetic", $"{cell.Model}, seed {cell.Seed}", cell.Parameters, null, "2",
                   TaskText(cell), metric.Metric, $"{SeedName}{cell.Seed}", SweepCheck.Finite(item.Experiment, cell, metric.Metric, cell.Mean(metric.Of))),
        ];
        output.Write(
            rows,
            () => Metrics.Select(metric => MetricCatalog.Find(metric.Metric)!)
                .Select(metric => new MetricRow(metric.Name, metric.Direction, metric.Shape, cells.Count, metric.Reference, metric.ChanceText)),
            () => [new(Outcome.Noted, "Measured", rows.Count, "scores", ""), new(Outcome.Noted, "Imported", rows.Count, "scores", "")]);
    }

    /// <summary>The curves of the analysis with their scores, by task, length and seed, the sharp metrics first.</summary>
    /// <param name="item">Whose they are.</param>
    /// <param name="analyses">The analysis of what <see cref="Gather"/> wrote; none if there are too few sizes.</param>
    /// <param name="output">Receives a row for each curve.</param>
    /// <param name="job">The running job.</param>
    public static void Curves(SummarySpec item, IReadOnlyList<ScoreReanalysis> analyses, Table<SweepCurveRow> output, JobContext job) =>
        output.Write(analyses.SelectMany(analysis =>
        {
            var nulls = analysis.Nulls().ToDictionary(row => row.N, row => row.Walk95);
            return analysis.Emergence().Select(row => Curve(row, nulls.TryGetValue(row.N, out var walk) ? walk : null));
        }).OrderBy(row => row.Task, StringComparer.Ordinal).ThenBy(row => row.Length).ThenBy(row => row.Seed).ThenBy(row => row.Shape).ThenBy(row => row.Metric, StringComparer.Ordinal));

    private static SweepCurveRow Curve(EmergenceRow row, double? walk95)
    {
        var (task, length) = TaskOf(row.Task);
        return new(
            task, length, SeedOf(row.Condition), row.Metric, row.Shape ?? MetricShape.Sharp, row.N, row.Flag,
            row.Flag == SeriesFlag.None ? row.Score : null, walk95, row.IsJump());
    }

    private static string TaskText(ArithmeticCell cell) => $"{cell.Task.ToString().ToLowerInvariant()}{Between}{cell.Length}";

    private static (string Task, int Length) TaskOf(string text)
    {
        var halves = text.Split(Between);
        return (halves[0], int.Parse(halves[1], CultureInfo.InvariantCulture));
    }

    private static int SeedOf(string condition) => int.Parse(condition[SeedName.Length..], CultureInfo.InvariantCulture);
}
