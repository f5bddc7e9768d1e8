using Research.Evaluation.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Sparsity;

/// <summary>What the sparsity experiment says: the share of full messages with one dominant intention, and the curves over length.</summary>
public static class SparsitySummary
{
    /// <summary>Summarizes all languages.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<SparsityRow>> sparsity, Summary output, JobContext job)
    {
        var numbers = new List<Number>();
        var curves = new List<CurvePoint>();
        foreach (var rows in sparsity.Select(table => table.Read().OrderBy(row => row.Letters).ToList()))
        {
            var full = rows[^1];
            var slug = Naming.Slug(full.Language);
            numbers.Add(PeakedShare(full).ToNumber($"{item.Experiment}.peaked.{slug}", "share"));
            numbers.Add(new Number($"{item.Experiment}.peak.{slug}", full.MeanPeak, "probability", null, null, full.Messages));
            numbers.Add(new Number($"{item.Experiment}.entropy.{slug}", full.MeanEntropy, "nats", null, null, full.Messages));
            numbers.Add(new Number($"{item.Experiment}.ambiguity.{slug}", full.MeanAmbiguity, "probability", null, null, full.Messages));
            foreach (var row in rows)
            {
                curves.Add(PeakedShare(row).ToPoint(row.Language, "peaked share", row.Letters));
                curves.Add(new CurvePoint(row.Language, "peak", row.Letters, row.MeanPeak, null, null, row.Messages));
                curves.Add(new CurvePoint(row.Language, "entropy", row.Letters, row.MeanEntropy, null, null, row.Messages));
                curves.Add(new CurvePoint(row.Language, "ambiguity", row.Letters, row.MeanAmbiguity, null, null, row.Messages));
            }
        }

        output.Write(numbers, curves);
    }

    private static Estimate PeakedShare(SparsityRow row) =>
        BinomialInterval.ClopperPearson((int)Math.Round(row.PeakedShare * row.Messages), row.Messages);
}
