using Research.Summaries;
using Research.Jobs;
using Research.Languages.LabelledText;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Natural;

/// <summary>
/// What the natural-text experiment says: the ambiguity by length with its trend, the share of texts with one dominant label, and whether
/// the posteriors can be believed: how often their likeliest label is right, beside the probability they give it.
/// </summary>
public static class NaturalSummary
{
    private const double Peaked = 0.99;

    /// <summary>Summarizes the held-out texts of a file.</summary>
    public static void Summarize(
        SummarySpec item, Table<NaturalRow> natural, LabelledCorpus corpus, Table<Number> output, JobContext job)
    {
        var byLength = natural.Read().GroupBy(row => row.Length).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        output.Write(
        [
            .. OfFile(item.Experiment, corpus),
            .. byLength.SelectMany(rows => AtLength(item.Experiment, rows)),
            new($"{item.Experiment}.order", byLength[0][0].Order, "", null, null, byLength[0].Count),
            .. AtEnd(item.Experiment, byLength[^1]),
            .. Trend(item.Experiment, byLength),
        ]);
    }

    private static IEnumerable<Number> OfFile(string experiment, LabelledCorpus corpus)
    {
        var (labels, import) = (corpus.Labels(), corpus.Import);
        yield return Count("labels", labels.Count, "labels", labels.Count + import.RareLabels);
        yield return Count("training-texts", labels.Aggregate(0L, (sum, label) => sum + label.Train), "rows", import.Rows);
        yield return Count("dropped-missing", import.Missing, "rows", import.Rows);
        yield return Count("dropped-rare", import.Rare, "rows", import.Rows);
        yield return Count("repeated", import.Repeated, "rows", import.Rows);
        yield return Count("contradicted", import.Contradicted, "rows", import.Rows);

        Number Count(string name, long count, string of, long total) =>
            new($"{experiment}.{name}", count, $"of {of}", null, null, (int)Math.Min(total, int.MaxValue));
    }

    private static IEnumerable<Number> AtLength(string experiment, List<NaturalRow> rows)
    {
        // With leading zeros the names sort as the lengths do.
        var length = $"{rows[0].Length:000}";
        yield return Mean(row => row.Epsilon).ToNumber($"{experiment}.epsilon.{length}", "");
        yield return Mean(row => row.Entropy).ToNumber($"{experiment}.entropy.{length}", "nats");
        yield return Mean(row => row.Peak).ToNumber($"{experiment}.confidence.{length}", "");
        yield return Share(rows, row => row.Peak > Peaked).ToNumber($"{experiment}.peaked.{length}", "share");
        yield return Share(rows, row => row.IsCorrect).ToNumber($"{experiment}.accuracy.{length}", "share");

        Estimate Mean(Func<NaturalRow, double> of) => StudentInterval.OfMean([.. rows.Select(of)]);
    }

    private static IEnumerable<Number> AtEnd(string experiment, List<NaturalRow> rows)
    {
        yield return StudentInterval.OfMean([.. rows.Select(row => row.Peak - (row.IsCorrect ? 1 : 0))])
            .ToNumber($"{experiment}.overconfidence", "");
        var peaked = rows.FindAll(row => row.Peak > Peaked);
        if (peaked.Count > 0) yield return Share(peaked, row => row.IsCorrect).ToNumber($"{experiment}.peaked-accuracy", "share");
    }

    private static IEnumerable<Number> Trend(string experiment, List<List<NaturalRow>> byLength)
    {
        if (byLength.Count < 2) yield break;
        var trend = MannKendall.Test([.. byLength.Select(rows => Moments.Mean([.. rows.Select(row => row.Epsilon)]))]);
        if (double.IsNaN(trend.Coefficient)) yield break;
        yield return new($"{experiment}.trend", trend.Coefficient, "tau", null, null, trend.N);
        yield return new($"{experiment}.trend-p", trend.PFalling, "p-value", null, null, trend.N);
    }

    private static Estimate Share(List<NaturalRow> rows, Predicate<NaturalRow> counts) =>
        BinomialInterval.ClopperPearson(rows.FindAll(counts).Count, rows.Count);
}
