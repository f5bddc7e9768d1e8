namespace Research.Skills.Learners;

/// <summary>What a learner knows after a round, on one graph and in theory.</summary>
/// <param name="Limit">D.</param>
/// <param name="Load">c.</param>
/// <param name="Ratio">R.</param>
/// <param name="Distance">R / R*.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Round">Synchronous rounds done.</param>
/// <param name="Unlearned">Share of skills that are not learned.</param>
/// <param name="Predicted">The same by density evolution.</param>
public sealed record EvolutionRow(
    int Limit, double Load, double Ratio, double Distance, int Skills, int Graph, int Round, double Unlearned, double Predicted);
