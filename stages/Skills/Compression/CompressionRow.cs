namespace Research.Skills.Compression;

/// <summary>Texts sent at one ratio.</summary>
/// <param name="Load">c.</param>
/// <param name="Ratio">R.</param>
/// <param name="Skills">N.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Texts">Texts sent.</param>
/// <param name="Understood">Of them, sent as a set of skills.</param>
/// <param name="Changed">Of them, arrived with another meaning.</param>
/// <param name="Bits">Mean bits of a text.</param>
/// <param name="SetBits">Mean bits of the understood ones, without the flag; null if there are none.</param>
/// <param name="SetEntropy">Entropy of an understood text's set, in bits, for the learner's own q.</param>
/// <param name="Formula">Bits a text by the formula, for the learner's own q.</param>
/// <param name="Predicted">Bits a text by the formula, for density evolution's q.</param>
/// <param name="Unlearned">The learner's own q.</param>
/// <param name="PredictedUnlearned">Density evolution's q.</param>
/// <param name="Raw">Bits of a raw text.</param>
public sealed record CompressionRow(
    double Load, double Ratio, int Skills, int Graph, int Texts, int Understood, int Changed, double Bits, double? SetBits, double SetEntropy,
    double Formula, double Predicted, double Unlearned, double PredictedUnlearned, int Raw);
