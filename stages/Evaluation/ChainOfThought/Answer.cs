namespace Research.Evaluation.ChainOfThought;

/// <summary>An answer to a question.</summary>
/// <param name="Estimator">How it came about.</param>
/// <param name="Distribution">Of the target's value. [values]</param>
/// <param name="Reached">Share of samples that named the target; null where nothing is generated.</param>
internal sealed record Answer(Estimator Estimator, double[] Distribution, double? Reached = null);
