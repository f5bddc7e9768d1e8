namespace Research.Skills.Learners;

/// <summary>What is not learned at one ratio, on one graph and in theory.</summary>
/// <param name="Name">The case.</param>
/// <param name="Limit">D.</param>
/// <param name="MeanSize">Mean skills of a text.</param>
/// <param name="Known">Share of the skills known before.</param>
/// <param name="Ratio">R.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Unlearned">Share of skills that are not learned.</param>
/// <param name="Predicted">The same by density evolution.</param>
public sealed record EnsembleRow(
    string Name, int Limit, double MeanSize, double Known, double Ratio, int Skills, int Graph, double Unlearned, double Predicted);
