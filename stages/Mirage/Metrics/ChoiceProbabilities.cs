using Research.Numerics;

namespace Research.Mirage.Metrics;

/// <summary>Probabilities of a question's options, renormalized over the options (arXiv 2406.04391: p over choices).</summary>
public static class ChoiceProbabilities
{
    /// <summary>p(option) / sum over options of p(option).</summary>
    /// <param name="logs">ln p of each option, -infinity allowed.</param>
    /// <param name="probabilities">Receives one probability an option; they add up to 1.</param>
    /// <exception cref="ArgumentException">There are no options, one is NaN, all are impossible, or the lengths differ.</exception>
    public static void Of(ReadOnlySpan<double> logs, Span<double> probabilities)
    {
        if (logs.Length != probabilities.Length)
            throw new ArgumentException($"There are {logs.Length} options and {probabilities.Length} places.", nameof(probabilities));
        Check(logs, 0);
        var total = Elementary.LogSumExp(logs);
        if (double.IsInfinity(total)) throw new ArgumentException("All options are impossible, or one is infinitely likely.", nameof(logs));
        for (var i = 0; i < logs.Length; i++) probabilities[i] = Elementary.Exp(logs[i] - total);
    }

    /// <summary>Sees that there are options, that none is NaN, and that there is the right one.</summary>
    internal static void Check(ReadOnlySpan<double> options, int correct)
    {
        if (options.IsEmpty) throw new ArgumentException("There are no options.", nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(correct, options.Length);
        foreach (var option in options)
            if (double.IsNaN(option)) throw new ArgumentException("An option's probability is NaN.", nameof(options));
    }
}
