namespace Research.Skills.Learned;

/// <summary>What density evolution predicts of the 1-skill learner on languages with any number of skills.</summary>
/// <param name="Load">c, mean skills of a text.</param>
/// <param name="Ratio">R, texts for each skill.</param>
/// <param name="Learned">1 - q.</param>
/// <param name="Ability">As <see cref="ReaderCurveRow.Ability"/>, in expectation.</param>
/// <param name="Threshold">R*, where skills emerge; null for loads at which they grow continuously.</param>
public sealed record EvolutionCurveRow(double Load, double Ratio, double Learned, double Ability, double? Threshold);
