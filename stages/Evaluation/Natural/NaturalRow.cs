namespace Research.Evaluation.Natural;

/// <summary>What the first characters of one held-out text say about its label, by n-gram models of the labels.</summary>
/// <param name="Text">The text's row in the user's file, from 1.</param>
/// <param name="Label">Its label.</param>
/// <param name="Length">Characters read; a shorter text was read to its end.</param>
/// <param name="Order">n of the n-grams that predicted training texts best.</param>
/// <param name="Epsilon">One minus the posterior of the label, an estimate of epsilon(x).</param>
/// <param name="Peak">Posterior of the likeliest label: max over labels of q(theta, x) / q(x).</param>
/// <param name="IsCorrect">The likeliest label is the text's.</param>
/// <param name="Entropy">Entropy of the posterior over labels, nats.</param>
public sealed record NaturalRow(long Text, string Label, int Length, int Order, double Epsilon, double Peak, bool IsCorrect, double Entropy);
