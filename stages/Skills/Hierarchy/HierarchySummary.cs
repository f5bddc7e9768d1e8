using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Hierarchy;

/// <summary>How far fine-tuned learners stray from theory, and by how much a foundation's gaps delay emergence.</summary>
public static class HierarchySummary
{
    /// <summary>Ratios within this share of a threshold are left out of the comparison: there, chance decides.</summary>
    public const double Near = 0.05;

    /// <summary>Summarizes all foundations.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<HierarchyRow>> hierarchy, Table<Number> output, JobContext job)
    {
        var rows = hierarchy.SelectMany(table => table.Read()).ToList();
        output.Write(rows
            .GroupBy(row => (row.Limit, row.Load, row.Ratio))
            .OrderBy(group => group.Key)
            .SelectMany(group => Numbers(item.Experiment, [.. group])));
    }

    private static IEnumerable<Number> Numbers(string experiment, List<HierarchyRow> rows)
    {
        var first = rows[0];
        var name = $"d{first.Limit}-c{first.Load}-r{first.Ratio}";
        yield return new($"{experiment}.foundation.{name}", first.PredictedFoundation, "share", null, null, 1);
        var points = rows.GroupBy(row => row.DomainRatio)
            .Where(point => first.Threshold is not { } near || Math.Abs(point.Key - near) >= Near * near)
            .Select(point => StudentInterval.OfMean([.. point.Select(row => row.Unlearned - row.Predicted)]));
        yield return points.MaxBy(estimate => Math.Abs(estimate.Value)).ToNumber($"{experiment}.deviation.{name}", "share");
        if (first.Threshold is not { } threshold) yield break;

        yield return new($"{experiment}.threshold.{name}", threshold, "", null, null, 1);
        double[] emergences = [.. rows.GroupBy(row => row.Graph).Select(graph => graph.First().Emergence).OfType<double>()];
        if (emergences.Length > 0) yield return StudentInterval.OfMean(emergences).ToNumber($"{experiment}.emergence.{name}", "");
    }
}
