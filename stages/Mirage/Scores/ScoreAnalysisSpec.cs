using Research.Mirage.Emergence;

namespace Research.Mirage.Scores;

/// <summary>How an imported table is looked at.</summary>
/// <param name="Import">How it was imported.</param>
/// <param name="Draws">Series drawn for each null distribution.</param>
public sealed record ScoreAnalysisSpec(ScoreImportSpec Import, int Draws = NullDistribution.DefaultDraws)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Import}";
}
