using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>The threshold by formula, by bisection and on graphs; how its spread and the jump depend on their size.</summary>
public static class ThresholdSummary
{
    /// <summary>Summarizes all sizes.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<EmergenceRow>> emergence, Table<Number> output, JobContext job)
    {
        var cells = emergence.Select(table => table.Read().ToList()).ToList();
        output.Write(cells
            .GroupBy(rows => (rows[0].Limit, rows[0].Load))
            .OrderBy(group => group.Key)
            .SelectMany(group => Numbers(item.Experiment, [.. group.OrderBy(rows => rows[0].Skills)])));
    }

    private static IEnumerable<Number> Numbers(string experiment, List<List<EmergenceRow>> sizes)
    {
        var (limit, load) = (sizes[0][0].Limit, sizes[0][0].Load);
        var name = CaseName.Of(limit, load);
        double[] logSizes = [.. sizes.Select(rows => Elementary.Log(rows[0].Skills))];
        double[] jumps = [.. sizes.Select(rows => Moments.Mean([.. rows.Select(row => row.Jump)]))];
        var largest = sizes[^1];
        yield return Exact("critical-load", EmergenceThreshold.CriticalLoad(limit));
        yield return Estimated("jump", StudentInterval.OfMean([.. largest.Select(row => row.Jump)]), "share");
        yield return Estimated("jump-exponent", Slope([.. jumps.Select(Elementary.Log)]), "");
        if (EmergenceThreshold.TryOf(limit, load) is not { } threshold) yield break;

        yield return Exact("closed", threshold.Ratio);
        yield return Exact("low", threshold.LowRatio);
        yield return Exact("bisection", ThresholdSearch.Bisect(new SkillLearner(limit), load, 2 * threshold.Ratio).Ratio);
        yield return Exact("jump-predicted", threshold.UnlearnedBelow - threshold.UnlearnedAbove);
        yield return Estimated("simulated", StudentInterval.OfMean(Ratios(largest)), "");
        double[] spreads = [.. sizes.Select(rows => Moments.StandardDeviation(Ratios(rows)))];
        yield return new($"{experiment}.spread.{name}", spreads[^1], "", null, null, largest.Count);
        yield return Estimated("exponent", Slope([.. spreads.Select(Elementary.Log)]), "");

        Number Exact(string quantity, double value) => new($"{experiment}.{quantity}.{name}", value, "", null, null, 1);
        Number Estimated(string quantity, Estimate estimate, string unit) => estimate.ToNumber($"{experiment}.{quantity}.{name}", unit);
        Estimate Slope(double[] logs) => LinearRegression.Fit(logSizes, logs).SlopeInterval();
    }

    private static double[] Ratios(List<EmergenceRow> rows) => [.. rows.Select(row => row.Emergence!.Value)];
}
