using Research.Languages.Ginc;

namespace Research.Evaluation.Ginc;

/// <summary>The summary of the GINC experiment.</summary>
/// <param name="Experiment">The prefix of its numbers.</param>
/// <param name="Language">The language.</param>
public sealed record GincSummarySpec(string Experiment, GincSpec Language)
{
    /// <inheritdoc/>
    public override string ToString() => Experiment;
}
