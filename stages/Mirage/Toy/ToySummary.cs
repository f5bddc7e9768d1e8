using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Toy;

/// <summary>
/// What the toy model says about smooth and sharp: how straight the loss is, and which share of its whole change each metric
/// makes in its largest step from one model to the next. On a logarithmic axis of size, accuracy of targets of L tokens is the
/// single token's curve moved by log10(L) / -alpha decades, since L (N / c)^alpha = (N / (c L^(-1/alpha)))^alpha: it is as
/// wide at every length.
/// </summary>
public static class ToySummary
{
    /// <summary>Summarizes the rows of the toy model.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<ToyRow>> toy, Table<Number> output, JobContext job) =>
        output.Write(Numbers(item.Experiment, [.. toy.SelectMany(table => table.Read())]));

    private static IEnumerable<Number> Numbers(string experiment, List<ToyRow> rows)
    {
        var lengths = rows.GroupBy(row => row.Length).OrderBy(group => group.Key)
            .Select(group => group.OrderBy(row => row.Parameters).ToArray()).ToList();
        var single = lengths[0];
        var models = single.Length;
        double[] logSize = Series(single, row => Elementary.Log(row.Parameters)), logLoss = Series(single, row => Elementary.Log(row.Loss));
        var line = LinearRegression.Fit(logSize, logLoss);
        yield return Plain("slope", line.Slope, "");
        yield return Plain("straight", line.RSquared, "R²");
        yield return Plain("width", Elementary.Log(Elementary.Log(0.1) / Elementary.Log(0.9)) / Elementary.Log(10) / -line.Slope, "decades");
        yield return Plain("step.log-loss", LargestStep(logLoss), "share");
        yield return Plain("step.edit-distance", LargestStep(Series(single, row => row.EditDistance)), "share");
        yield return Plain("step.brier", LargestStep(Series(single, row => row.Brier)), "share");
        yield return Plain("step.grade", LargestStep(Series(single, row => row.Grade)), "share");
        foreach (var group in lengths)
        {
            var length = group[0].Length;
            yield return Plain($"step.accuracy.{length}", LargestStep(Series(group, row => row.Accuracy)), "share");
            yield return Plain($"shift.{length}", Elementary.Log(length) / Elementary.Log(10) / -line.Slope, "decades");
            yield return Plain($"unseen.{length}", group.Count(row => row.Shown == 0), "of models");
        }

        Number Plain(string id, double value, string unit) => new($"{experiment}.{id}", value, unit, null, null, models);
    }

    /// <summary>The largest change between neighbors as a share of that from the least to the largest value; 0 if all are equal.</summary>
    internal static double LargestStep(double[] values)
    {
        var range = values.Max() - values.Min();
        return range > 0 ? values.Zip(values.Skip(1), (one, next) => Math.Abs(next - one)).Max() / range : 0;
    }

    private static double[] Series(ToyRow[] rows, Func<ToyRow, double> of) => Array.ConvertAll(rows, row => of(row));
}
