using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Slingshot;

/// <summary>Failures of the worst tuples beside the bounds, by size of the tuple; intervals over graphs.</summary>
public static class SlingshotSummary
{
    /// <summary>Summarizes all sizes.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<SlingshotRow>> slingshot, Table<Number> output, JobContext job) =>
        output.Write(slingshot.SelectMany(table => Numbers(item.Experiment, [.. table.Read()])));

    private static IEnumerable<Number> Numbers(string experiment, List<SlingshotRow> rows)
    {
        var first = rows[0];
        Number Mean(string quantity, Func<SlingshotRow, double> of) =>
            StudentInterval.OfMean([.. rows.Select(of)]).ToNumber($"{experiment}.{quantity}.k{first.TupleSize}", "share");
        Number Above(string quantity, Func<SlingshotRow, bool> above) =>
            new($"{experiment}.{quantity}.k{first.TupleSize}", rows.Count(above), "of graphs", null, null, rows.Count);
        Number Plain(string quantity, double value) => new($"{experiment}.{quantity}.k{first.TupleSize}", value, "share", null, null, 1);
        yield return Mean("failure", row => row.Failure);
        yield return Mean("drawn-failure", row => row.DrawnFailure);
        yield return Mean("scaled-failure", row => row.ScaledFailure);
        yield return BinomialInterval.ClopperPearson(rows.Sum(row => row.FailedPieces), rows.Sum(row => row.Pieces))
            .ToNumber($"{experiment}.failed-pieces.k{first.TupleSize}", "share");
        yield return Plain("theta", first.PieceTheta);
        yield return Plain("single-bound", first.SingleBound);
        if (first.Bound is { } bound)
        {
            yield return Plain("bound", bound);
            yield return Above("violations", row => row.Failure > bound);
        }

        yield return Above("scaled-violations", row => row.ScaledFailure > row.SingleBound);
    }
}
