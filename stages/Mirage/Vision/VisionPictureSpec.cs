namespace Research.Mirage.Vision;

/// <summary>Which pictures the report shows: test images, and what autoencoders make of them.</summary>
/// <param name="Models">The autoencoders, the smallest first.</param>
/// <param name="Count">How many images, each of another class; at least 1.</param>
public sealed record VisionPictureSpec(IReadOnlyList<VisionModelSpec> Models, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Count} test images and {Models.Count} reconstructions of each";
}
