using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.InContext;

/// <summary>The in-context learning experiment on one model.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned.</param>
/// <param name="Trials">Trials, at least 20.</param>
/// <param name="MostExamples">Prompts have 1 to this many messages, at least 3; the author's 5.</param>
public sealed record InContextSpec(Training Training, LanguageSpec Language, int Trials, int MostExamples = 5)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
