using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>How far graphs stray from density evolution: the largest distance over all rounds.</summary>
public static class EvolutionSummary
{
    /// <summary>Summarizes all graphs.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<EvolutionRow>> evolution, Table<Number> output, JobContext job)
    {
        var graphs = evolution.Select(table => table.Read().ToList()).ToList();
        output.Write(graphs
            .GroupBy(rows => (rows[0].Limit, rows[0].Load, rows[0].Distance))
            .OrderBy(group => group.Key)
            .SelectMany(group => Numbers(item.Experiment, [.. group])));
    }

    private static IEnumerable<Number> Numbers(string experiment, List<List<EvolutionRow>> graphs)
    {
        var first = graphs[0][0];
        var name = $"{CaseName.Of(first.Limit, first.Load)}-r{first.Ratio}";
        double[] largest = [.. graphs.Select(rows => rows.Max(row => Math.Abs(row.Unlearned - row.Predicted)))];
        double[] outside = [.. graphs.Select(Outside)];
        double[] end = [.. graphs.Select(rows => rows[^1].Unlearned)];
        yield return StudentInterval.OfMean(largest).ToNumber($"{experiment}.deviation.{name}", "");
        yield return StudentInterval.OfMean(outside).ToNumber($"{experiment}.outside.{name}", "");
        yield return StudentInterval.OfMean(end).ToNumber($"{experiment}.unlearned.{name}", "share");
        yield return new(
            $"{experiment}.predicted.{name}", new DensityEvolution(new SkillLearner(first.Limit), first.Load, first.Ratio).Solve().Value,
            "share", null, null, 1);
        yield return new($"{experiment}.rounds.{name}", graphs.Max(rows => rows.Count - 1), "rounds", null, null, graphs.Count);
    }
    /// <summary>
    /// The largest distance from what density evolution spans between the round before and the round after: while an avalanche
    /// runs, a lag of a part of a round is a large distance.
    /// </summary>
    private static double Outside(List<EvolutionRow> rows)
    {
        var largest = 0.0;
        for (var round = 0; round < rows.Count; round++)
        {
            var (high, low) = (rows[Math.Max(round - 1, 0)].Predicted, rows[Math.Min(round + 1, rows.Count - 1)].Predicted);
            var q = rows[round].Unlearned;
            largest = Math.Max(largest, Math.Max(q - high, low - q));
        }

        return largest;
    }
}
