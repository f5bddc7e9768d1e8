using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Vision;

/// <summary>What the metrics show over the sizes of each family: the numbers of <c>mirage.vision</c>.</summary>
public static class VisionSummary
{
    /// <summary>Summarizes all families on all images.</summary>
    public static void Summarize(SummarySpec item, Table<VisionScoreRow> scores, Table<Number> output, JobContext job)
    {
        var families = scores.Read().GroupBy(row => (row.Images, row.Family)).ToList();
        job.Log.WriteLine($"{families.Count} families");
        output.Write(families.SelectMany(family => Numbers(
            $"{item.Experiment}.{family.Key.Family.ToString().ToLowerInvariant()}", Naming.Slug(family.Key.Images), [.. family])));
    }

    private static IEnumerable<Number> Numbers(string prefix, string images, List<VisionScoreRow> rows)
    {
        var isAutoencoder = rows[0].Family == VisionFamily.Autoencoder;
        var smooth = isAutoencoder ? BySeed(rows, VisionMetric.SquaredError, 0) : BySeed(rows, VisionMetric.SubsetAccuracy, 1);
        // The threshold of record: half of the images of the largest model but one stay below it.
        var thresholds = rows.Where(row => row.Metric == VisionMetric.Reconstruction).Select(row => row.Rank).Distinct().Count();
        var sharp = isAutoencoder
            ? BySeed(rows, VisionMetric.Reconstruction, Math.Max(1, thresholds - 1))
            : BySeed(rows, VisionMetric.SubsetAccuracy, VisionModelSpec.LargestSubset);
        yield return Plain("sizes", smooth[0].Length, "sizes");
        yield return Over("hidden", "share", (low, high) => VisionSeries.Hidden(low, high));
        yield return Over("step.smooth", "share", (low, _) => VisionSeries.LargestStep(low));
        yield return Over("step.sharp", "share", (_, high) => VisionSeries.LargestStep(high));
        yield return Over("sparse-step.smooth", "share", (low, _) => VisionSeries.LargestStep(VisionSeries.Sparse(low)));
        yield return Over("sparse-step.sharp", "share", (_, high) => VisionSeries.LargestStep(VisionSeries.Sparse(high)));
        yield return Plain("score-above", smooth.Zip(sharp).Count(pair => Score(pair.Second).Value > Score(pair.First).Value), "of seeds");
        foreach (var (name, series) in new[] { ("smooth", smooth), ("sharp", sharp) })
        {
            // An infinite score is a flag, not a number: it is left out here and stands in the table.
            if (Score(MeanOf(series)) is { Flag: not SeriesFlag.ZeroMedian } score) yield return Plain($"score.{name}", score.Value, "");
        }

        if (!isAutoencoder) yield break;
        var hiding = Enumerable.Range(1, thresholds).Count(rank =>
            Moments.Mean([.. smooth.Zip(BySeed(rows, VisionMetric.Reconstruction, rank), VisionSeries.Hidden)]) > VisionSeries.Floor);
        yield return Plain("thresholds-hiding", hiding, "of thresholds") with { N = thresholds };

        Number Plain(string id, double value, string unit) => new($"{prefix}.{id}.{images}", value, unit, null, null, smooth.Count);

        // One seed has a value, but no interval.
        Number Over(string id, string unit, Func<double[], double[], double> of) =>
            StudentInterval.OfMean([.. smooth.Zip(sharp, of)]).ToNumber($"{prefix}.{id}.{images}", unit);
    }

    private static EmergenceScore Score(double[] series) => EmergenceScore.OfOrdered(series);

    private static double[] MeanOf(List<double[]> series) =>
        [.. Enumerable.Range(0, series[0].Length).Select(i => Moments.Mean([.. series.Select(values => values[i])]))];

    /// <summary>For each seed a metric over sizes, the smallest first, more being better.</summary>
    private static List<double[]> BySeed(List<VisionScoreRow> rows, VisionMetric metric, int rank) =>
    [
        .. rows.Where(row => row.Metric == metric && row.Rank == rank).GroupBy(row => row.Seed).OrderBy(seed => seed.Key)
            .Select(seed => seed.OrderBy(row => row.Size).Select(row => VisionSeries.Oriented(metric, row.Value)).ToArray()),
    ];
}
