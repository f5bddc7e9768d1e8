using Research.Numerics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// Exact probabilities of one message, or of its first letters. The prior over intentions is the stationary
/// distribution of the intention chain. Messages are tokens, without a newline. Calls allocate nothing.
/// </summary>
public sealed class MessageOracle
{
    private readonly Language language;
    private readonly double[] logPrior;
    private readonly double[] logStart;
    private readonly LogTransitions transitions;

    /// <summary>An oracle of a language.</summary>
    public MessageOracle(Language language, Evidence evidence = Evidence.WholeMessage)
    {
        this.language = language;
        int k = language.Intentions, n = language.Letters;
        logPrior = new double[k];
        logStart = new double[n * k];
        transitions = new LogTransitions(language);
        for (var i = 0; i < k; i++)
        {
            logPrior[i] = Elementary.Log(language.Stationary[i]);
            if (evidence == Evidence.TransitionsOnly) continue;
            for (var s = 0; s < n; s++) logStart[s * k + i] = Elementary.Log(language.Start(i)[s]);
        }
    }

    /// <summary>ln q(theta): the prior. [intentions]</summary>
    public ReadOnlySpan<double> LogPrior => logPrior;

    /// <summary>Adds ln q(x | theta) of the message x to each intention's entry. [intentions]</summary>
    /// <exception cref="ArgumentException">A token is no letter, or the spans have the wrong length.</exception>
    public void AddLogLikelihood(ReadOnlySpan<int> message, Span<double> logs)
    {
        int k = language.Intentions, n = language.Letters, previous = -1;
        Require(logs.Length == k, $"There are {k} intentions.");
        foreach (var token in message)
        {
            var letter = token - 1;
            Require((uint)letter < (uint)n, $"{token} is no letter's token.");
            if (previous >= 0) transitions.AddTo(logs, previous, letter);
            else for (var i = 0; i < k; i++) logs[i] += logStart[letter * k + i];
            previous = letter;
        }
    }

    /// <summary>ln q(theta, x) of the message x. [intentions]</summary>
    /// <inheritdoc cref="AddLogLikelihood" path="/exception"/>
    public void LogJoint(ReadOnlySpan<int> message, Span<double> logs)
    {
        logPrior.CopyTo(logs);
        AddLogLikelihood(message, logs);
    }

    /// <summary>
    /// ln q(x): the logarithm of the sum of the joint over the intentions; -infinity for an impossible message.
    /// </summary>
    /// <inheritdoc cref="AddLogLikelihood" path="/exception"/>
    public double LogMarginal(ReadOnlySpan<int> message)
    {
        Span<double> logs = stackalloc double[language.Intentions];
        LogJoint(message, logs);
        return Elementary.LogSumExp(logs);
    }

    /// <summary>Pr(theta | x) of the message x. [intentions]</summary>
    /// <exception cref="InvalidOperationException">The language cannot produce the message.</exception>
    /// <inheritdoc cref="AddLogLikelihood" path="/exception"/>
    public void Posterior(ReadOnlySpan<int> message, Span<double> posterior)
    {
        LogJoint(message, posterior);
        IntentionPosterior.FromLogWeights(posterior);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition) throw new ArgumentException(message);
    }
}
