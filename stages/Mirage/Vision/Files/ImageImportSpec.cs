namespace Research.Mirage.Vision.Files;

/// <summary>How images that the user supplies are imported.</summary>
/// <param name="MostTraining">Most images to learn from; the first ones are taken.</param>
/// <param name="MostTest">Most images to test with.</param>
public sealed record ImageImportSpec(int MostTraining, int MostTest)
{
    /// <inheritdoc/>
    public override string ToString() => "supplied images";
}
