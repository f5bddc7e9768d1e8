namespace Research.Learning.Inference;

/// <summary>How a model went on from a prompt.</summary>
/// <param name="Tokens">The tokens after the prompt, the stop token included.</param>
/// <param name="LogProbabilities">
/// The model's log-probability of each, in nats, at temperature 1 whatever the sampling.
/// </param>
/// <param name="End">Why there are no more.</param>
public sealed record Continuation(
    IReadOnlyList<int> Tokens, IReadOnlyList<float> LogProbabilities, ContinuationEnd End);
