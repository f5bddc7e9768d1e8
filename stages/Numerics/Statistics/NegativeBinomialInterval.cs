namespace Research.Numerics.Statistics;

/// <summary>
/// What is known of the probability of a success when trials went on until a given number of successes: the number of trials is
/// negative binomial (Haldane 1945).
/// </summary>
public static class NegativeBinomialInterval
{
    /// <summary>
    /// The most likely value, successes / trials, with the exact interval: its ends are the probabilities at which so many trials or
    /// fewer, and so many or more, have half of what confidence leaves.
    /// </summary>
    /// <param name="successes">The number to be reached, at least 1.</param>
    /// <param name="trials">Trials that it took, the last one a success.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Estimate Of(int successes, int trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, successes);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in (0, 1).");
        var tail = 0.5 * (1 - confidence);
        // Trials <= k means at least r successes in k; trials >= k means fewer than r in k - 1.
        var low = BetaDistribution.Quantile(tail, successes, trials - successes + 1);
        var high = trials == successes ? 1 : 1 - BetaDistribution.Quantile(tail, trials - successes, successes);
        return new((double)successes / trials, low, high, trials);
    }
}
