using Research.Jobs;
using Research.Mirage.Metrics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Vision;

/// <summary>Applies all metrics to the frozen outputs of all models.</summary>
public static class VisionScoring
{
    /// <summary>Writes every metric of every model.</summary>
    public static void Score(SummarySpec item, IReadOnlyList<Table<VisionRow>> outputs, Table<VisionScoreRow> output, JobContext job)
    {
        List<VisionRow> rows = [.. outputs.SelectMany(table => table.Read())];
        job.Log.WriteLine($"{rows.Count} outputs of {outputs.Count} models");
        var scores = rows.GroupBy(row => (row.Images, row.Family)).SelectMany(family => family.Key.Family == VisionFamily.Autoencoder
            ? Errors([.. family])
            : Models(family).SelectMany(Answers));
        output.Write(scores
            .GroupBy(row => (row.Images, row.Family, row.Metric, row.Rank, row.Seed))
            .SelectMany(series => WithProgress([.. series])));
    }

    private static IEnumerable<List<VisionRow>> Models(IEnumerable<VisionRow> rows) =>
        rows.GroupBy(row => (row.Size, row.Seed)).OrderBy(model => model.Key.Size).ThenBy(model => model.Key.Seed).Select(model => model.ToList());

    // The grid of thresholds: for each size the error that half of the images stay below, all seeds together.
    private static IEnumerable<VisionScoreRow> Errors(List<VisionRow> rows)
    {
        double[] grid = [.. rows.GroupBy(row => row.Size).OrderBy(size => size.Key)
            .Select(size => Quantile.Of([.. size.Select(row => row.SquaredError!.Value)], 0.5))];
        foreach (var model in Models(rows))
        {
            double[] errors = [.. model.Select(row => row.SquaredError!.Value)];
            yield return Of(model[0], VisionMetric.SquaredError, 0, Moments.Mean(errors));
            for (var i = 0; i < grid.Length; i++)
            {
                yield return Of(model[0], VisionMetric.Reconstruction, i + 1, Reconstruction.Share(errors, grid[i])) with { Threshold = grid[i] };
            }
        }
    }

    private static IEnumerable<VisionScoreRow> Answers(List<VisionRow> model)
    {
        yield return Of(model[0], VisionMetric.LogProbability, 0, Moments.Mean([.. model.Select(row => row.LogProbability!.Value)]));
        for (var size = 1; size <= VisionModelSpec.LargestSubset; size++)
        {
            yield return Of(model[0], VisionMetric.SubsetAccuracy, size, model[0].Family == VisionFamily.Sequences
                ? Beginnings(model, size)
                : SubsetAccuracy.OverSubsets(model.Count(IsRight), model.Count, Math.Min(size, model.Count)));
        }
    }

    private static double Beginnings(List<VisionRow> model, int size)
    {
        List<bool[]> sequences = [.. model.GroupBy(row => row.Item)
            .Select(sequence => sequence.OrderBy(row => row.Place).Take(size).Select(IsRight).ToArray())];
        return sequences.Count(sequence => SubsetAccuracy.Of(sequence)) / (double)sequences.Count;
    }

    private static bool IsRight(VisionRow row) => row.Answer == row.Label;

    private static VisionScoreRow Of(VisionRow model, VisionMetric metric, int rank, double value) =>
        new(model.Family, model.Images, metric, rank, null, model.Size, model.Parameters, model.Seed, value, null);

    private static IEnumerable<VisionScoreRow> WithProgress(List<VisionScoreRow> series)
    {
        var progress = VisionSeries.Progress([.. series.Select(row => VisionSeries.Oriented(row.Metric, row.Value))]);
        return series.Select((row, i) => row with { Progress = progress?[i] });
    }
}
