namespace Research.Skills.Association;

/// <summary>The largest component of an association graph, and what two theories say of it.</summary>
/// <param name="Rule">Which skills are associated.</param>
/// <param name="Load">c.</param>
/// <param name="Ratio">R.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Giant">Share of all skills in the largest component.</param>
/// <param name="Exact">The same by the branching that suits the rule.</param>
/// <param name="Sites">The same by independent sites.</param>
public sealed record AssociationRow(
    EdgeRule Rule, double Load, double Ratio, int Skills, int Graph, double Giant, double Exact, double Sites);
