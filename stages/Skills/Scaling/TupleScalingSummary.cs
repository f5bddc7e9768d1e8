using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Scaling;

/// <summary>How the largest tuple grows with scale. Formulas, so no number has an interval.</summary>
public static class TupleScalingSummary
{
    /// <summary>Summarizes all directions.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<TupleScalingRow>> scaling, Table<Number> output, JobContext job) =>
        output.Write(scaling.SelectMany(table => table.Read()).GroupBy(row => row.Direction).SelectMany(group => Numbers(item.Experiment, [.. group])));

    private static IEnumerable<Number> Numbers(string experiment, List<TupleScalingRow> rows)
    {
        var name = rows[0].Direction switch
        {
            ScalingDirection.ParametersAndTokens => "both",
            ScalingDirection.Computation => "computation",
            _ => "tokens",
        };
        foreach (var row in rows.Where(row => row.Factor is not null))
            yield return new($"{experiment}.factor.{name}.{row.Step}", row.Factor!.Value, "", null, null, 1);
        var slope = LinearRegression.Fit([.. rows.Select(row => (double)row.Step)], [.. rows.Select(row => Elementary.Log(row.Tuple) / Elementary.Log(10))]).Slope;
        yield return new($"{experiment}.exponent.{name}", slope, "", null, null, rows.Count);
        yield return new($"{experiment}.tuple-first.{name}", rows[0].Tuple, "skills", null, null, 1);
        yield return new($"{experiment}.tuple-last.{name}", rows[^1].Tuple, "skills", null, null, 1);
    }
}
