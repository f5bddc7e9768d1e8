using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.Density;

/// <summary>How the distribution of one model is held against the language's.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned.</param>
/// <param name="Windows">Validation windows, at least 2.</param>
public sealed record DensitySpec(Training Training, LanguageSpec Language, int Windows)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
