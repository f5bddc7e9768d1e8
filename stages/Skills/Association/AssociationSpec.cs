namespace Research.Skills.Association;

/// <summary>Association graphs of a 1-skill learner at several ratios.</summary>
/// <param name="Load">c: mean skills of a text.</param>
/// <param name="Ratios">R: texts for each skill.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record AssociationSpec(double Load, IReadOnlyList<double> Ratios, int Skills, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"c={Load} · graph {Graph}";
}
