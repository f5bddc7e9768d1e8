using Research.Learning;
using Research.Learning.Vision;
using Research.Mirage.Vision;
using Research.Mirage.Vision.Files;
using Research.Mirage.Vision.Glyphs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    const string DrawnImages = "glyphs";
    const string SuppliedImages = "supplied";

    [Parameter("Images of your own besides the drawn ones: a folder of IDX files (images and labels), or a CIFAR binary file or a folder of such")]
    readonly string? Images;

    [Parameter("Most of these images to learn from, and a fifth of it to test with", Minimum = 10)]
    readonly int VisionImages;

    [Parameter("Classes of drawn glyphs", Minimum = 2)]
    readonly int GlyphClasses;

    [Parameter("Glyphs to learn from", Minimum = 2)]
    readonly int GlyphTraining;

    [Parameter("Glyphs to test with", Minimum = 2)]
    readonly int GlyphTest;

    [Parameter("Units between image and image of the autoencoders", Minimum = 1)]
    readonly int[] AutoencoderUnits = [];

    [Parameter("Channels of the first layer of the convolutional networks", Minimum = 1)]
    readonly int[] LenetChannels = [];

    [Parameter("Widths of the transformers on sequences of images; multiples of 2", Minimum = 2)]
    readonly int[] SequenceWidths = [];

    [Parameter("Optimizer steps of an autoencoder", Minimum = 1)]
    readonly int AutoencoderSteps;

    [Parameter("Optimizer steps of a convolutional network", Minimum = 1)]
    readonly int LenetSteps;

    [Parameter("Optimizer steps of a transformer on sequences of images", Minimum = 1)]
    readonly int SequenceSteps;

    [Parameter("Images in a batch of an autoencoder or a convolutional network", Minimum = 1)]
    readonly int VisionBatch;

    [Parameter("Sequences of images in a batch", Minimum = 1)]
    readonly int VisionSequenceBatch;

    [Parameter("Largest learning rate of the models of images", Above = 0)]
    readonly double VisionLearningRate;

    IEnumerable<ImageImportSpec> ImportedImages => Images is null ? [] : [new(VisionImages, Math.Max(1, VisionImages / 5))];

    /// <summary>Every size of every family on the glyphs and on the user's images, by every seed.</summary>
    IEnumerable<VisionModelSpec> VisionGrid =>
        from images in Images is null ? [DrawnImages] : new[] { DrawnImages, SuppliedImages }
        from family in new[]
        {
            (Name: VisionFamily.Autoencoder, Sizes: AutoencoderUnits, Steps: AutoencoderSteps, Batch: VisionBatch),
            (Name: VisionFamily.Lenet, Sizes: LenetChannels, Steps: LenetSteps, Batch: VisionBatch),
            (Name: VisionFamily.Sequences, Sizes: SequenceWidths, Steps: SequenceSteps, Batch: VisionSequenceBatch),
        }
        from size in family.Sizes
        from seed in Enumerable.Range(1, Seeds)
        select new VisionModelSpec(family.Name, images, size, VisionOptimization(family.Steps, family.Batch), seed);

    /// <summary>The measurements of models of images, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> VisionTables =>
        [("vision_outputs", VisionOutputs.All), ("vision_scores", VisionScores.All), ("vision_pictures", VisionPictures.All)];

    TrainingSpec VisionOptimization(int steps, int batch) => new()
    {
        Steps = steps, Batch = batch, LearningRate = VisionLearningRate, Beta2 = 0.99, WeightDecay = 0.01,
        WarmupSteps = Math.Min(20, steps), Schedule = RateSchedule.Cosine,
    };

    Target<GlyphSpec, ImageSet> Glyphs => _ => _
        .Description("Draw characters from strokes")
        .ForEach(new GlyphSpec(GlyphClasses, GlyphTraining, GlyphTest).Validate())
        .Into("images/glyphs")
        .Runs(GlyphDrawing.Draw);

    Target<ImageImportSpec, ImageSet> UserImages => _ => _
        .Description("Import images of the user")
        .ForEach(ImportedImages)
        .From(new UserPath(Images, "--images"))
        .Runs(ImageImport.Import);

    Target<VisionModelSpec, NetworkCheckpoint> VisionTrain => _ => _
        .Description("Train autoencoders, convolutional networks and transformers of several sizes on images")
        .ForEach(VisionGrid)
        .From(item => item.Images == DrawnImages ? Glyphs.For(Glyph) : UserImages.For(ImportedImages.Single()))
        .Resources(cores: AllCores)
        .Into("vision-checkpoints")
        .Runs(VisionTraining.Train);

    Target<VisionModelSpec, Table<VisionRow>> VisionOutputs => _ => _
        .Description("What every model makes of the test images")
        .ForEach(VisionGrid)
        .From(item => item.Images == DrawnImages ? Glyphs.For(Glyph) : UserImages.For(ImportedImages.Single()))
        .From(item => VisionTrain.For(item))
        .Into("metrics/vision-outputs")
        .Runs(VisionMeasurement.Measure);

    GlyphSpec Glyph => new GlyphSpec(GlyphClasses, GlyphTraining, GlyphTest).Validate();

    /// <summary>Autoencoders of the first seed on glyphs: those at a third and two thirds of the sizes, and the largest.</summary>
    VisionPictureSpec Pictures => new(
        [.. VisionGrid.Where(item => item is { Family: VisionFamily.Autoencoder, Images: DrawnImages, Seed: 1 }).OrderBy(item => item.Size)
            .Where((_, i) => i == AutoencoderUnits.Length - 1 || i == AutoencoderUnits.Length / 3 || i == 2 * AutoencoderUnits.Length / 3)],
        PicturedImages);

    const int PicturedImages = 4;

    Target<VisionPictureSpec, Table<VisionPictureRow>> VisionPictures => _ => _
        .Description("Test images and their reconstructions, for the report")
        .ForEach(Pictures)
        .From(Glyphs.For(Glyph))
        .From(item => VisionTrain.Where(item.Models.Contains))
        .Into("metrics/vision-pictures")
        .Runs(Research.Mirage.Vision.VisionPictures.Draw);

    Target<SummarySpec, Table<VisionScoreRow>> VisionScores => _ => _
        .Description("All metrics of the models of images, from their outputs")
        .ForEach(new SummarySpec("mirage.vision"))
        .From(VisionOutputs.All)
        .Into("metrics/vision-scores")
        .Runs(VisionScoring.Score);

    Target<SummarySpec, Table<Number>> VisionNumbers => _ => _
        .Description("Numbers of mirage.vision")
        .ForEach(new SummarySpec("mirage.vision"))
        .From(item => VisionScores.For(item))
        .Into("metrics/vision-numbers")
        .Runs(VisionSummary.Summarize);
}
