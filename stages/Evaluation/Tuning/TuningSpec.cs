using Research.Languages.DoublyEmbedded;
using Research.Learning.Tuning;

namespace Research.Evaluation.Tuning;

/// <summary>What an instruction tuning did to one model.</summary>
/// <param name="Tuning">Which fine-tuning; it keeps the weights of step 0, which are those before it.</param>
/// <param name="Language">The language that the model learned first.</param>
/// <param name="Prompts">Prompts of each intention and number of earlier messages, at least 2.</param>
public sealed record TuningSpec(FineTuning Tuning, LanguageSpec Language, int Prompts)
{
    /// <inheritdoc/>
    public override string ToString() => Tuning.ToString();
}
