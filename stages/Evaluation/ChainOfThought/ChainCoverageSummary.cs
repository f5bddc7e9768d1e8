using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// Accuracy of free generation on held-out pairs by coverage: the share of questions whose most probable value is the exact one, and a rank
/// test of its rise over all levels and seeds, for each topology with at least three levels.
/// </summary>
public static class ChainCoverageSummary
{
    private const int FewestLevels = 3;

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ChainOfThoughtRow>> estimates, Table<Number> output, JobContext job) =>
        output.Write(estimates.SelectMany(table => table.Read())
            .Where(row => row is { HeldOut: true, Estimator: Estimator.Free })
            .GroupBy(row => row.Topology)
            .SelectMany(topology => Numbers(item.Experiment, $"{topology.Key}".ToLowerInvariant(), [.. topology])));

    private static IEnumerable<Number> Numbers(string experiment, string topology, List<ChainOfThoughtRow> rows)
    {
        foreach (var level in rows.GroupBy(row => row.Language))
        {
            yield return Spread.OfShare([.. level.GroupBy(row => row.Seed).Select(seed => (seed.Count(row => row.Agrees), seed.Count()))])
                .ToNumber($"{experiment}.accuracy.{Naming.Slug(level.Key)}", "share");
        }

        if (rows.Select(row => row.Coverage).Distinct().Count() < FewestLevels) yield break;
        var points = rows.GroupBy(row => (row.Coverage, row.Seed))
            .Select(point => (point.Key.Coverage, Accuracy: point.Count(row => row.Agrees) / (double)point.Count()))
            .ToList();
        var test = Spearman.Test([.. points.Select(point => point.Coverage)], [.. points.Select(point => point.Accuracy)]);
        // Where every model is as accurate, nothing rises.
        var rho = double.IsNaN(test.Coefficient) ? 0 : test.Coefficient;
        yield return new($"{experiment}.trend.{topology}", rho, "rho", null, null, test.N);
        yield return new($"{experiment}.trend-p.{topology}", test.PRising, "p-value", null, null, test.N);
    }
}
