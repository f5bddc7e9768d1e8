using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.Understanding;

/// <summary>The language-understanding experiment on one model.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned.</param>
/// <param name="Prompts">Prompts of each length, with and without leading newline; at least 1.</param>
/// <param name="MostTransitions">Prompts have 1 to this many letter transitions; the author's 6.</param>
public sealed record UnderstandingSpec(Training Training, LanguageSpec Language, int Prompts, int MostTransitions = 6)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
