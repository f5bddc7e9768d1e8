using Research.Learning;

namespace Research.Mirage.Vision;

/// <summary>One model of images: which, on what, how large, how trained.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Images">Name of the images: <c>glyphs</c>.</param>
/// <param name="Size">Its size within the family; at least 1.</param>
/// <param name="Schedule">Optimizer, batch (images, or sequences of them) and number of updates.</param>
/// <param name="Seed">Seed of the training.</param>
public sealed record VisionModelSpec(VisionFamily Family, string Images, int Size, TrainingSpec Schedule, int Seed)
{
    /// <summary>Images of a sequence, and the most of a subset.</summary>
    public const int LargestSubset = 5;

    /// <summary>The readable name: <c>lenet 4 · glyphs · seed 1</c>.</summary>
    public override string ToString() => $"{Family.ToString().ToLowerInvariant()} {Size} · {Images} · seed {Seed}";
}
