using Research.Summaries;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.Sparsity;

/// <summary>
/// What the sparsity experiment says: the share of full messages with one dominant intention, and how far the posterior
/// is spread.
/// </summary>
public static class SparsitySummary
{
    /// <summary>Summarizes all languages.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<SparsityRow>> sparsity, Table<Number> output, JobContext job) =>
        output.Write(sparsity.SelectMany(table => Numbers(item.Experiment, table.Read().MaxBy(row => row.Length)!)));

    private static IEnumerable<Number> Numbers(string experiment, SparsityRow full)
    {
        var (slug, n) = (Naming.Slug(full.Language), full.Messages);
        yield return new Number($"{experiment}.peaked.{slug}", full.Peaked, "share", full.Low, full.High, n);
        yield return new Number($"{experiment}.peak.{slug}", full.MeanPeak, "", null, null, n);
        yield return new Number($"{experiment}.entropy.{slug}", full.MeanEntropy, "nats", null, null, n);
        yield return new Number($"{experiment}.epsilon.{slug}", full.MeanAmbiguity, "", null, null, n);
    }
}
