using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>What steps tell in a chain language, exactly.</summary>
/// <param name="Language">The language; its coverage and the number of its documents do not matter.</param>
public sealed record StepInformationSpec(ChainSpec Language)
{
    /// <inheritdoc/>
    public override string ToString() => Language.ToString();
}
