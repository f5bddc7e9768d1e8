namespace Research.Learning;

/// <summary>One update in a loss curve.</summary>
/// <param name="Step">Number of the update, from 1.</param>
/// <param name="Loss">Mean cross-entropy of its batch in nats per token, before the update.</param>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="GradientNorm">Euclidean norm of its gradient before clipping.</param>
/// <param name="Tokens">Tokens seen so far, this batch included.</param>
public sealed record LossRow(int Step, double Loss, double LearningRate, double GradientNorm, long Tokens);
