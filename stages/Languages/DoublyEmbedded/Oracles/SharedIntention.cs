namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// The posterior of several messages, drawn independently under one intention that they share (Jiang 2023, section 5:
/// examples in a prompt).
/// </summary>
public sealed class SharedIntention
{
    private readonly MessageOracle oracle;
    private readonly double[] logs;

    /// <summary>A reader that has seen no message.</summary>
    public SharedIntention(MessageOracle oracle)
    {
        this.oracle = oracle;
        logs = oracle.LogPrior.ToArray();
    }

    /// <summary>Forgets all messages.</summary>
    public void Reset() => oracle.LogPrior.CopyTo(logs);

    /// <summary>Reads one more message (tokens, without a newline).</summary>
    /// <inheritdoc cref="MessageOracle.AddLogLikelihood" path="/exception"/>
    public void Add(ReadOnlySpan<int> message) => oracle.AddLogLikelihood(message, logs);

    /// <summary>Pr(theta | x_1, ..., x_m) of the messages read. [intentions]</summary>
    /// <exception cref="InvalidOperationException">No intention produces all the messages.</exception>
    public void Posterior(Span<double> posterior)
    {
        logs.CopyTo(posterior);
        IntentionPosterior.FromLogWeights(posterior);
    }
}
