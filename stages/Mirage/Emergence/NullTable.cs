namespace Research.Mirage.Emergence;

/// <summary>The null distributions of every length in use, each simulated once.</summary>
/// <param name="draws">Draws of each.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="cancellation">Stops the simulation.</param>
public sealed class NullTable(int draws, int threads, CancellationToken cancellation = default)
{
    private readonly Dictionary<(NullKind Kind, int N), NullDistribution> _known = [];

    /// <summary>The distribution for series of n values.</summary>
    public NullDistribution Of(NullKind kind, int n)
    {
        if (!_known.TryGetValue((kind, n), out var distribution))
            _known[(kind, n)] = distribution = NullDistribution.Simulate(kind, n, draws, threads, cancellation);
        return distribution;
    }
}
