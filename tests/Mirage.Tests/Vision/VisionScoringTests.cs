using Research.Jobs;
using Research.Mirage.Vision;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Tests.Vision;

/// <summary>Metrics and numbers from made-up outputs, against counts by hand.</summary>
[Trait("Size", "Small")]
public sealed class VisionScoringTests : IDisposable
{
    private static readonly SummarySpec Item = new("mirage.vision");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Thresholds_are_the_median_errors_of_the_sizes_and_an_error_must_be_below()
    {
        var rows = Score(Errors(1, 1, 10, 20, 30), Errors(1, 2, 10, 20, 30), Errors(4, 1, 1, 2, 9), Errors(4, 2, 1, 4, 25));

        Assert.Equal([20, 3], Values(rows, VisionMetric.Reconstruction, row => row.Size == 1 && row.Seed == 1, row => row.Threshold!.Value));
        Assert.Equal([1.0 / 3, 0], Values(rows, VisionMetric.Reconstruction, row => row.Size == 1 && row.Seed == 1, row => row.Value), Close);
        Assert.Equal([2.0 / 3, 1.0 / 3], Values(rows, VisionMetric.Reconstruction, row => row.Size == 4 && row.Seed == 2, row => row.Value), Close);
        Assert.Equal([20, 4], Values(rows, VisionMetric.SquaredError, row => row.Seed == 1, row => row.Value), Close);
        // Less error is progress.
        Assert.Equal([0, 1], Values(rows, VisionMetric.SquaredError, row => row.Seed == 1, row => row.Progress!.Value), Close);
    }

    [Fact]
    public void Subsets_of_single_images_are_all_subsets()
    {
        // Three of four are right: of the 6 pairs 3, of the 4 triples 1.
        var rows = Score(Answers(VisionFamily.Lenet, 2, [true, true, false, true]));
        Assert.Equal([0.75, 0.5, 0.25, 0, 0], Values(rows, VisionMetric.SubsetAccuracy, _ => true, row => row.Value), Close);
        Assert.Equal([-1.5], Values(rows, VisionMetric.LogProbability, _ => true, row => row.Value), Close);
    }

    [Fact]
    public void Subsets_of_sequences_are_their_beginnings()
    {
        var rows = Score(Answers(
            VisionFamily.Sequences, 2, [true, true, true, true, true], [true, true, false, true, true], [false, true, true, true, true], [true, true, true, true, false]));
        Assert.Equal([0.75, 0.75, 0.5, 0.5, 0.25], Values(rows, VisionMetric.SubsetAccuracy, _ => true, row => row.Value), Close);
    }

    [Fact]
    public void Numbers_tell_what_the_sharp_metric_hides_with_an_interval_over_seeds()
    {
        // Of ten images 1, 5, 7, 10 are right by size: accuracy stands at 6/9 when subsets of five leave their floor (0, 1/252, 21/252, 1).
        var tables = new[] { 1, 2, 3 }.SelectMany(seed => new[] { (1, 1), (2, 5), (3, 7), (4, 10) }.Select(size =>
            Answers(VisionFamily.Lenet, size.Item1, [.. Enumerable.Range(0, 10).Select(i => i < size.Item2)]).Select(row => row with { Seed = seed }))).ToArray();
        var numbers = folder.Rows<Number>(output => VisionSummary.Summarize(Item, folder.Table(Score(tables)), output, new JobContext()));

        var hidden = numbers.Single(number => number.Id == "mirage.vision.lenet.hidden.glyphs");
        Assert.Equal((6.0 / 9, 3), (hidden.Value, hidden.N));
        Assert.Equal(hidden.Value, hidden.Low!.Value, 12);
        // Steps of 4, 2, 3 of 9: range over the root of the median square. 4 subsets: 0, 1, 21, 252 of 252.
        Assert.Equal(3, numbers.Single(number => number.Id == "mirage.vision.lenet.score.smooth.glyphs").Value, 12);
        Assert.Equal(252.0 / 20, numbers.Single(number => number.Id == "mirage.vision.lenet.score.sharp.glyphs").Value, 9);
        Assert.Equal(3, numbers.Single(number => number.Id == "mirage.vision.lenet.score-above.glyphs").Value);
        Assert.Equal(4.0 / 9, numbers.Single(number => number.Id == "mirage.vision.lenet.step.smooth.glyphs").Value, 12);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static IEnumerable<VisionRow> Errors(int size, int seed, params double[] errors) =>
        errors.Select((error, i) => new VisionRow(VisionFamily.Autoencoder, "glyphs", size, 10 * size, seed, i, 0, 0, null, null, error));

    private static IEnumerable<VisionRow> Answers(VisionFamily family, int size, params bool[][] items) =>
        items.SelectMany((places, item) => places.Select((isRight, place) => family == VisionFamily.Sequences
            ? new VisionRow(family, "glyphs", size, 10 * size, 1, item, place, 3, isRight ? 3 : 4, -1.5, null)
            : new VisionRow(family, "glyphs", size, 10 * size, 1, place, 0, 3, isRight ? 3 : 4, -1.5, null)));

    private static double[] Values(List<VisionScoreRow> rows, VisionMetric metric, Func<VisionScoreRow, bool> condition, Func<VisionScoreRow, double> of) =>
        [.. rows.Where(row => row.Metric == metric && condition(row)).OrderBy(row => row.Rank).ThenBy(row => row.Size).Select(of)];

    private List<VisionScoreRow> Score(params IEnumerable<VisionRow>[] outputs) =>
        folder.Rows<VisionScoreRow>(output => VisionScoring.Score(Item, [.. outputs.Select(rows => folder.Table(rows))], output, new JobContext()));
}
