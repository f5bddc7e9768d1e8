using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Numerics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Chain;

/// <summary>
/// Where predictability is lost: for each item, the correlation of each score with log compute (6 N D floating-point operations for N
/// parameters and D tokens) over all sizes and moments of one seed's trainings (arXiv 2406.04391).
/// </summary>
public static class ChainMeasurement
{
    private static readonly (ChainLink Link, Func<ArithmeticScore, double> Of)[] Links =
    [
        (ChainLink.LogProbability, row => row.LogLikelihood),
        (ChainLink.Probability, row => row.Probability),
        (ChainLink.ChoiceProbability, row => row.ChoiceProbability),
        (ChainLink.Brier, row => -row.Brier),
        (ChainLink.Accuracy, row => row.Grade),
        (ChainLink.ExactMatch, row => row.Exact),
    ];

    /// <summary>Measures every item. Moments before the first update have no compute and are left out.</summary>
    public static void Measure(
        SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<ChainRow> output, JobContext job) =>
        output.Write(
            from sample in scores.SelectMany(table => table.Read()).Where(row => row.Tokens > 0)
                .GroupBy(row => (row.Seed, row.Task, row.Length, row.Item)).OrderBy(sample => sample.Key)
            let course = sample.OrderBy(row => row.Parameters).ThenBy(row => row.Step).ToArray()
            let compute = Array.ConvertAll(course, row => Elementary.Log(6.0 * row.Parameters * row.Tokens))
            from link in Links
            let values = Array.ConvertAll(course, row => link.Of(row))
            select new ChainRow(
                sample.Key.Seed, sample.Key.Task, sample.Key.Length, sample.Key.Item, link.Link, Correlation.Pearson(compute, values),
                Correlation.Spearman(compute, values), Correlation.Kendall(compute, values)));
}
