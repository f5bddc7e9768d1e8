using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.NewIntention;

/// <summary>What a model makes of intentions that its language does not have.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned; unless it takes every text for possible, nothing is measured.</param>
/// <param name="Trials">New intentions of each kind; at least 20.</param>
/// <param name="MostExamples">Prompts begin with 0 to this many whole messages of the new intention.</param>
public sealed record NewIntentionSpec(Training Training, LanguageSpec Language, int Trials, int MostExamples = 4)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
