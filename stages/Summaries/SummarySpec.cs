namespace Research.Summaries;

/// <summary>Which experiment is summarized; its measurements are the inputs.</summary>
/// <param name="Experiment">The experiment's name, such as <c>latent.icl</c>: the prefix of its numbers.</param>
public sealed record SummarySpec(string Experiment)
{
    /// <inheritdoc/>
    public override string ToString() => Experiment;
}
