namespace Research.Evaluation.Density;

/// <summary>What readers that know the language give to a window, given its first token: logarithms, nats.</summary>
/// <param name="Exact">ln q of the exact window filter, which knows the language and nothing else.</param>
/// <param name="Frequencies">ln of the product of the symbols' frequencies.</param>
/// <param name="Released">The score that the author's code takes for ln q.</param>
internal readonly record struct WindowScores(double Exact, double Frequencies, double Released);
