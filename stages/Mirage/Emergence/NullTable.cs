namespace Research.Mirage.Emergence;

/// <summary>The null distributions of every length in use, each simulated once.</summary>
/// <param name="draws">Draws of each.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="cancellation">Stops the simulation.</param>
public sealed class NullTable(int draws, int threads, CancellationToken cancellation = default)
{
    private readonly Dictionary<int, (NullDistribution Independent, NullDistribution Walk)> _known = [];

    /// <summary>The distribution for series of n values.</summary>
    public NullDistribution Of(NullKind kind, int n)
    {
        if (!_known.TryGetValue(n, out var both)) _known[n] = both = NullDistribution.SimulateBoth(n, draws, threads, cancellation);
        return kind == NullKind.Independent ? both.Independent : both.Walk;
    }
}
