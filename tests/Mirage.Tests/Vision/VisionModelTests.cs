using Research.Jobs;
using Research.Learning.Vision;
using Research.Mirage.Vision;
using Research.Mirage.Vision.Glyphs;

namespace Research.Mirage.Tests.Vision;

/// <summary>The families from images to frozen outputs, in small.</summary>
public sealed class VisionModelTests : IDisposable
{
    private const int Test = 40;

    private readonly TemporaryFolder folder = new();
    private readonly ImageSet images;

    public VisionModelTests()
    {
        images = folder.New<ImageSet>();
        GlyphDrawing.Draw(new GlyphSpec(Classes: 4, Training: 200, Test), images, new JobContext());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_wider_autoencoder_comes_nearer()
    {
        var (narrow, wide) = (Outputs(VisionFamily.Autoencoder, 1), Outputs(VisionFamily.Autoencoder, 16));

        Assert.Equal(Test, wide.Count);
        Assert.Equal((16 * 256) + 16 + (256 * 16) + 256, wide[0].Parameters);
        Assert.True(wide.Average(row => row.SquaredError!.Value) < 0.8 * narrow.Average(row => row.SquaredError!.Value));
        Assert.All(wide, row => Assert.True(row.Answer is null && row.LogProbability is null));
    }

    [Fact]
    public void A_convolutional_network_names_most_glyphs()
    {
        var rows = Outputs(VisionFamily.Lenet, 4);

        Assert.Equal(Enumerable.Range(0, Test).Select(i => i % 4), rows.Select(row => row.Label));
        Assert.True(rows.Count(row => row.Answer == row.Label) > 30, $"{rows.Count(row => row.Answer == row.Label)} of {Test}");
        Assert.All(rows, row => Assert.True(row.LogProbability <= 0));
    }

    [Fact]
    public void Every_transformer_is_asked_the_same_sequences_of_five()
    {
        var (rows, others) = (Outputs(VisionFamily.Sequences, 8), Outputs(VisionFamily.Sequences, 4));

        Assert.Equal(Test / 2 * 5, rows.Count);
        Assert.Equal([0, 1, 2, 3, 4], rows.Where(row => row.Item == 7).Select(row => row.Place));
        Assert.Equal(rows.Select(row => row.Label), others.Select(row => row.Label));
        Assert.True(rows.Count(row => row.Answer == row.Label) > 70, $"{rows.Count(row => row.Answer == row.Label)} of 100");
    }

    [Fact]
    public void Pictures_show_the_image_and_what_each_autoencoder_makes_of_it()
    {
        VisionModelSpec[] models = [Item(VisionFamily.Autoencoder, 1), Item(VisionFamily.Autoencoder, 8)];
        List<NetworkCheckpoint> checkpoints = [.. models.Select(Train)];
        var rows = folder.Rows<VisionPictureRow>(output => VisionPictures.Draw(new(models, 3), images, checkpoints, output, new JobContext()));

        Assert.Equal(3 * 3 * 256, rows.Count);
        Assert.Equal([0, 1, 2], rows.Select(row => row.Label).Distinct());
        Assert.All(rows.GroupBy(row => (row.Image, row.Units)).Where(picture => picture.Key.Units > 0), picture =>
        {
            var image = rows.Where(row => row.Image == picture.Key.Image && row.Units == 0).ToList();
            var error = picture.Zip(image, (a, b) => (a.Ink - b.Ink) * (a.Ink - b.Ink)).Sum();
            Assert.Equal(error, picture.First().SquaredError, 1e-9);
        });
    }

    private static VisionModelSpec Item(VisionFamily family, int size) =>
        new(family, "glyphs", size, new() { Steps = 120, Batch = 16, LearningRate = 1e-2, WarmupSteps = 5 }, 1);

    private NetworkCheckpoint Train(VisionModelSpec item)
    {
        var checkpoint = folder.New<NetworkCheckpoint>();
        VisionTraining.Train(item, images, checkpoint, new JobContext { Threads = 2 });
        return checkpoint;
    }

    private List<VisionRow> Outputs(VisionFamily family, int size)
    {
        var item = Item(family, size);
        return folder.Rows<VisionRow>(output => VisionMeasurement.Measure(item, images, Train(item), output, new JobContext()));
    }
}
