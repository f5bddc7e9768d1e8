using Research.Jobs;
using Research.Mirage.Vision;
using Research.Mirage.Vision.Glyphs;
using Research.Numerics;

namespace Research.Mirage.Tests.Vision;

[Trait("Size", "Small")]
public sealed class GlyphTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Classes_come_in_turn_and_no_image_is_in_both_splits()
    {
        var set = Draw(new GlyphSpec(Classes: 6, Training: 40, Test: 20));
        var rows = set.Rows().ToList();

        Assert.Equal(60, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.Image % 6, row.Label));
        Assert.Equal(60, rows.Select(row => Convert.ToHexString(row.Pixels)).Distinct().Count());
        Assert.Equal(6, set.ClassCount());
    }

    [Fact]
    public void Images_of_a_class_are_nearer_to_its_mean_than_to_those_of_other_classes()
    {
        var images = Draw(new GlyphSpec(Classes: 8, Training: 400, Test: 8)).Read(Split.Train);
        var means = Enumerable.Range(0, 8).Select(label => Mean(images, label)).ToArray();
        var right = Enumerable.Range(0, images.Count).Count(i =>
        {
            var x = images.Numbers(i, 1);
            return Enumerable.Range(0, 8).MinBy(label => Distance(x, means[label])) == images.Classes[i];
        });

        // By chance it would be 50.
        Assert.True(right > 280, $"{right} of 400");
    }

    [Fact]
    public void A_larger_set_begins_with_a_smaller_one()
    {
        var few = Draw(new GlyphSpec(5, 10, 5)).Rows().Where(row => row.Split == Split.Train).ToList();
        var many = Draw(new GlyphSpec(5, 30, 5)).Rows().Take(10).ToList();

        Assert.All(few.Zip(many), pair => Assert.Equal(pair.First.Pixels, pair.Second.Pixels));
    }

    [Fact]
    public void A_straight_stroke_leaves_ink_where_it_runs_and_paper_elsewhere()
    {
        // Over many hands and places, the middle of a horizontal stroke through the middle is dark, the corners are not.
        Stroke[] stroke = [new([(0.1, 0.5), (0.9, 0.5)])];
        var sums = new double[16 * 16];
        for (var number = 0; number < 200; number++)
        {
            var pixels = GlyphImage.Draw(stroke, 16, new Philox(1, "test"), number);
            for (var i = 0; i < pixels.Length; i++) sums[i] += pixels[i] / 200.0;
        }

        Assert.True((sums[(7 * 16) + 8] + sums[(8 * 16) + 8]) / 2 > 120, $"middle {sums[(7 * 16) + 8]}");
        Assert.All(new[] { 0, 15, 240, 255 }, corner => Assert.True(sums[corner] < 15, $"corner {sums[corner]}"));
    }

    [Theory]
    [InlineData(1, 10, 10, 16, "Classes")]
    [InlineData(5, 4, 10, 16, "Training")]
    [InlineData(5, 10, 4, 16, "Test")]
    [InlineData(5, 10, 10, 8, "Side")]
    public void A_number_out_of_range_is_named(int classes, int training, int test, int side, string name)
        => Assert.StartsWith(name, Assert.Throws<InputException>(() => new GlyphSpec(classes, training, test, side).Validate()).What, StringComparison.Ordinal);

    private static double Distance(float[] x, double[] mean) => x.Zip(mean, (a, b) => (a - b) * (a - b)).Sum();

    private static double[] Mean(Research.Learning.Vision.LabelledImages images, int label)
    {
        var members = Enumerable.Range(0, images.Count).Where(i => images.Classes[i] == label).Select(i => images.Numbers(i, 1)).ToList();
        return [.. Enumerable.Range(0, images.Size.Length).Select(pixel => members.Average(x => (double)x[pixel]))];
    }

    private ImageSet Draw(GlyphSpec spec)
    {
        var set = folder.New<ImageSet>();
        GlyphDrawing.Draw(spec.Validate(), set, new JobContext());
        return set;
    }
}
