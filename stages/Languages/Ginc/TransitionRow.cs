namespace Research.Languages.Ginc;

/// <summary>A transition probability above 0: a row of <c>transitions.parquet</c>.</summary>
/// <param name="Chain"><c>value</c> or <c>slot</c>.</param>
/// <param name="Concept">The concept whose chain it is; null for the values' chain, which all share.</param>
/// <param name="From">The value or slot before.</param>
/// <param name="To">The value or slot after.</param>
/// <param name="Probability">The probability.</param>
public readonly record struct TransitionRow(string Chain, int? Concept, int From, int To, double Probability);
