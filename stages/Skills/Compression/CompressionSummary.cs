using System.Globalization;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Compression;

/// <summary>Bits a text over the ratio, against the formula.</summary>
public static class CompressionSummary
{
    /// <summary>Summarizes all graphs.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<CompressionRow>> compression, Table<Number> output, JobContext job)
    {
        var rows = compression.SelectMany(table => table.Read()).ToList();
        output.Write(
            [.. rows.GroupBy(row => row.Ratio).OrderBy(group => group.Key).SelectMany(group => OfRatio(item.Experiment, [.. group])), .. OfAll(item.Experiment, rows)]);
    }

    private static IEnumerable<Number> OfRatio(string experiment, List<CompressionRow> rows)
    {
        var name = rows[0].Ratio.ToString(CultureInfo.InvariantCulture);
        yield return StudentInterval.OfMean([.. rows.Select(row => row.Bits)]).ToNumber($"{experiment}.bits.r{name}", "bits/text");
        yield return StudentInterval.OfMean([.. rows.Select(row => row.Bits / row.Formula)]).ToNumber($"{experiment}.relative.r{name}", "");
        yield return new($"{experiment}.predicted.r{name}", rows[0].Predicted, "bits/text", null, null, 1);
    }

    private static IEnumerable<Number> OfAll(string experiment, List<CompressionRow> rows)
    {
        yield return new($"{experiment}.raw", rows[0].Raw, "bits/text", null, null, 1);
        yield return new($"{experiment}.changed", rows.Sum(row => row.Changed), "of texts", null, null, rows.Sum(row => row.Texts));
        yield return new($"{experiment}.understood", rows.Sum(row => row.Understood), "of texts", null, null, rows.Sum(row => row.Texts));
        var most = rows.Max(row => row.Ratio);
        yield return StudentInterval.OfMean([.. rows.Where(row => row.Ratio == most).Select(row => (row.SetBits ?? 0) - row.SetEntropy)])
            .ToNumber($"{experiment}.above-entropy", "bits/text");
    }
}
