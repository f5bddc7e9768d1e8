using Research.Languages.Chains;
using Research.Learning;

namespace Research.Evaluation.ChainOfThought;

/// <summary>The chain-of-thought experiment on one model.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The chain language it learned.</param>
/// <param name="Samples">Samples of free generation, and of irrelevant steps, for each question; at least 1.</param>
public sealed record ChainOfThoughtSpec(Training Training, ChainSpec Language, int Samples)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
