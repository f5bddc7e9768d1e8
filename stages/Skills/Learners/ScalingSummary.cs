using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>How fast the testing error falls with the ratio, and how far it strays from density evolution.</summary>
public static class ScalingSummary
{
    /// <summary>Skills that must be unlearned, and fresh texts wrong, for the logarithm of the error to mean something.</summary>
    public const int Fewest = 100;

    /// <summary>The law is for large ratios: those from so many times the threshold on, or the critical ratio, count.</summary>
    public const double LargeRatio = 1.5;

    /// <summary>Summarizes all graphs.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ScalingRow>> scaling, Table<Number> output, JobContext job)
    {
        var graphs = scaling.Select(table => table.Read().ToList()).ToList();
        var numbers = graphs
            .GroupBy(rows => (rows[0].Limit, rows[0].Load))
            .OrderBy(group => group.Key)
            .SelectMany(group => Numbers(item.Experiment, group.Key.Limit, group.Key.Load, [.. group]))
            .ToList();
        var cases = numbers.Count(number => number.Id.Contains(".rate.", StringComparison.Ordinal));
        output.Write([new($"{item.Experiment}.cases", cases, "learners", null, null, graphs.Count), .. numbers]);
    }

    private static IEnumerable<Number> Numbers(string experiment, int limit, double load, List<List<ScalingRow>> graphs)
    {
        var least = LargeRatio * (EmergenceThreshold.TryOf(limit, load)?.Ratio ?? EmergenceThreshold.CriticalRatio(limit));
        var large = graphs.ConvertAll(rows => rows.FindAll(row => row.Ratio >= least && row.Wrong >= Fewest && row.Unlearned * row.Skills >= Fewest));
        var name = CaseName.Of(limit, load);
        if (large.Exists(rows => rows.Count < 2)) yield break;

        double[] rates = [.. large.Select(rows => -LinearRegression.Fit([.. rows.Select(row => row.Exposure)], [.. rows.Select(LogError)]).Slope)];
        double[] asymptote = [.. large.Select(rows => rows.Max(row => Math.Abs(LogError(row) - row.LogAsymptote)))];
        double[] deviations = [.. large.Select(rows => rows.Max(row => Math.Abs(LogError(row) - Elementary.Log(row.PredictedError))))];
        yield return StudentInterval.OfMean(rates).ToNumber($"{experiment}.rate.{name}", "");
        yield return StudentInterval.OfMean(deviations).ToNumber($"{experiment}.deviation.{name}", "nats");
        yield return StudentInterval.OfMean(asymptote).ToNumber($"{experiment}.asymptote-deviation.{name}", "nats");
    }

    private static double LogError(ScalingRow row) => Elementary.Log(row.Wrong / (double)row.Fresh);
}
