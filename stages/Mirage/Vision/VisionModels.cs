using Research.Jobs;
using Research.Learning;
using Research.Learning.Vision;

namespace Research.Mirage.Vision;

/// <summary>The networks of the families (Schaeffer et al. 2023, section 5 and appendix B; the paper gives no sizes).</summary>
internal static class VisionModels
{
    private const int Heads = 2;
    private const int Blocks = 2;
    private const double Bursty = 0.5;

    /// <summary>The training of an autoencoder or of a convolutional network.</summary>
    public static ImageTraining Feedforward(VisionModelSpec item, ImageSize size, int classes) => item.Family switch
    {
        VisionFamily.Autoencoder => new(
            $"{item}", size, [Layer.Linear(item.Size), Layer.Gelu, Layer.Linear(size.Length), Layer.Sigmoid], ImageObjective.Reconstruct,
            item.Schedule, item.Seed),
        _ => new($"{item}", size,
        [
            Layer.Convolution(item.Size, 5), Layer.MaxPool(2), Layer.Gelu, Layer.Convolution(2 * item.Size, 3), Layer.MaxPool(2), Layer.Gelu,
            Layer.Linear(8 * item.Size), Layer.Gelu, Layer.Linear(classes),
        ], ImageObjective.Classify, item.Schedule, item.Seed),
    };

    /// <summary>The training of a transformer on sequences.</summary>
    /// <exception cref="InputException">The width is no multiple of the heads.</exception>
    public static SequenceTraining Sequences(VisionModelSpec item, ImageSize size, int classes)
    {
        const int Pairs = VisionModelSpec.LargestSubset;
        var channels = Math.Max(2, item.Size / 2);
        return new(
            $"{item}", size, [Layer.Convolution(channels, 5), Layer.MaxPool(2), Layer.Gelu, Layer.Linear(item.Size)],
            new GptSpec(Blocks, Heads, item.Size, (2 * Pairs) - 1, Math.Max(2, classes)).Validate($"{item}"), Pairs, Bursty, item.Schedule, item.Seed);
    }
}
