using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.SparsityViolation;

/// <summary>Inference by one model in a language whose intentions overlap.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned.</param>
/// <param name="Prompts">Prompts of each length for understanding, at least 1.</param>
/// <param name="Trials">Trials with examples, and trials with steps; at least 20.</param>
/// <param name="MostExamples">Trials have 1 to this many examples, and one step less; at least 3.</param>
/// <param name="Continuations">
/// Drawn for each intention that the last unseen message may have, to ask a model that has not seen the steps.
/// </param>
/// <param name="MostTransitions">Letter transitions in the longest prompt for understanding.</param>
public sealed record SparsityViolationSpec(
    Training Training,
    LanguageSpec Language,
    int Prompts,
    int Trials,
    int MostExamples = 5,
    int Continuations = 3,
    int MostTransitions = 6)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
