using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Mirage.Metrics;

/// <summary>How likely a model finds the target: the quantities behind all other metrics.</summary>
public static class LogLikelihood
{
    /// <summary>ln p(target): the sum over its tokens of ln p(token | what stands before it), in nats; at most 0.</summary>
    public static double Of(ReadOnlySpan<double> tokenLogs) => Moments.Sum(tokenLogs);

    /// <summary>ln p(target) for each of its tokens, in nats per token; minus the cross-entropy loss.</summary>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public static double PerToken(ReadOnlySpan<double> tokenLogs) => Moments.Mean(tokenLogs);

    /// <summary>Perplexity: e to the loss per token; 1 for a model that is sure and right (Jelinek et al. 1977).</summary>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public static double Perplexity(ReadOnlySpan<double> tokenLogs) => Elementary.Exp(-Moments.Mean(tokenLogs));
}
