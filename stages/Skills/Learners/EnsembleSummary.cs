using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>How many of the cases that are not the paper's own density evolution gets right, too.</summary>
public static class EnsembleSummary
{
    /// <summary>Unlearned shares this near are the same.</summary>
    public const double Close = 0.01;

    /// <summary>Summarizes all cases.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<EnsembleRow>> ensembles, Table<Number> output, JobContext job)
    {
        var rows = ensembles.SelectMany(table => table.Read()).ToList();
        var points = rows.GroupBy(row => (row.Name, row.Ratio)).Select(
            graphs => Math.Abs(Moments.Mean([.. graphs.Select(row => row.Unlearned)]) - graphs.First().Predicted)).ToList();
        output.Write(
        [
            new($"{item.Experiment}.ensemble-points", points.Count, "points", null, null, rows.Count),
            new($"{item.Experiment}.ensemble-close", points.Count(distance => distance <= Close), "points", null, null, rows.Count),
            new($"{item.Experiment}.ensemble-farthest", points.Max(), "share", null, null, rows.Count),
        ]);
    }
}
