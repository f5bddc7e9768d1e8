using Research.Jobs;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Chain;

/// <summary>Mean correlation with log compute at each link of the chain, and what is lost from one link to the next.</summary>
public static class ChainSummary
{
    /// <summary>Names of the links in numbers, in the order of the chain.</summary>
    internal static readonly (ChainLink Link, string Name)[] Names =
    [
        (ChainLink.LogProbability, "log-probability"), (ChainLink.Probability, "probability"), (ChainLink.ChoiceProbability, "choices"),
        (ChainLink.Brier, "brier"), (ChainLink.Accuracy, "accuracy"), (ChainLink.ExactMatch, "exact-match"),
    ];

    /// <summary>Summarizes all items.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<ChainRow>> chain, Table<Number> output, JobContext job)
    {
        List<ChainRow> rows = [.. chain.SelectMany(table => table.Read())];
        output.Write(
        [
            .. Means(item.Experiment, "pearson", rows, row => row.Pearson),
            .. Means(item.Experiment, "spearman", rows, row => row.Spearman),
            .. Means(item.Experiment, "kendall", rows, row => row.Kendall),
        ]);
    }

    private static IEnumerable<Number> Means(string experiment, string kind, List<ChainRow> rows, Func<ChainRow, double> of)
    {
        foreach (var (link, name) in Names)
            yield return Spread.OfMean(rows.FindAll(row => row.Link == link), row => row.Seed, of).ToNumber($"{experiment}.{kind}.{name}", "");
        foreach (var (before, after) in Names.Zip(Names.Skip(1)))
        {
            // Rows of one item stand in the order of the links, so that the two series are paired.
            var (one, next) = (rows.FindAll(row => row.Link == before.Link), rows.FindAll(row => row.Link == after.Link));
            var lost = one.Zip(next, (a, b) => (a.Seed, Lost: of(a) - of(b))).ToList();
            yield return Spread.OfMean(lost, pair => pair.Seed, pair => pair.Lost).ToNumber($"{experiment}.lost.{kind}.{after.Name}", "");
        }
    }
}
