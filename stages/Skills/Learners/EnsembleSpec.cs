namespace Research.Skills.Learners;

/// <summary>A learner of other texts than Poisson ones, or with a head start, or with another success probability.</summary>
/// <param name="Name">What the case is called in the report.</param>
/// <param name="Limit">D of the learner.</param>
/// <param name="Sizes">Probabilities of texts of 0, 1, 2, ... skills.</param>
/// <param name="Known">Share of the skills that it knows before.</param>
/// <param name="Distracted">
/// Share of the texts in which something else that is novel for ever takes one of the D places; with Poisson sizes only.
/// </param>
/// <param name="Ratios">Texts for each skill at which to look; rising.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record EnsembleSpec(
    string Name, int Limit, IReadOnlyList<double> Sizes, double Known, double Distracted, IReadOnlyList<double> Ratios, int Skills, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} · graph {Graph}";
}
