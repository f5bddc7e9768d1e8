namespace Research.Skills.Hierarchy;

/// <summary>What fine-tuning leaves unlearned, on one pair of graphs and in theory.</summary>
/// <param name="Limit">D.</param>
/// <param name="Load">c of the foundation.</param>
/// <param name="Ratio">R of the foundation.</param>
/// <param name="BasicLoad">c_b.</param>
/// <param name="DomainLoad">c_d.</param>
/// <param name="DomainRatio">R_d.</param>
/// <param name="EffectiveRatio">R_d e^(-c_b q_b): usable domain texts for each domain skill, in theory.</param>
/// <param name="Skills">Number of skills of each kind.</param>
/// <param name="Graph">Number of the graphs.</param>
/// <param name="Foundation">Share of basic skills that the foundation lacks.</param>
/// <param name="PredictedFoundation">The same in theory.</param>
/// <param name="Unlearned">Share of domain skills that are not learned.</param>
/// <param name="Predicted">The same in theory.</param>
/// <param name="Threshold">R_d* in theory; null where there is no jump up to ten times the threshold without a foundation's lack.</param>
/// <param name="Emergence">R_d at which this graph's domain skills emerged; null where they did not.</param>
public sealed record HierarchyRow(
    int Limit, double Load, double Ratio, double BasicLoad, double DomainLoad, double DomainRatio, double EffectiveRatio, int Skills, int Graph,
    double Foundation, double PredictedFoundation, double Unlearned, double Predicted, double? Threshold, double? Emergence);
