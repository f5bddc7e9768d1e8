using Research.Numerics;

namespace Research.Mirage.Emergence;

/// <summary>
/// How large the emergence score of n values is, in size, when nothing emerges. Simulated: the score depends on n, and a cut-off without
/// n means nothing.
/// </summary>
public sealed class NullDistribution
{
    /// <summary>Draws unless one says otherwise: the least p-value is 1 in 200,001.</summary>
    public const int DefaultDraws = 200_000;

    private const string Stream = "emergence/null";
    private const int Block = 4096;

    // Sorted, ascending.
    private readonly double[] _scores;

    private NullDistribution(NullKind kind, int n, double[] scores) => (Kind, N, _scores) = (kind, n, scores);

    /// <summary>What was simulated.</summary>
    public NullKind Kind { get; }

    /// <summary>Number of values of a series.</summary>
    public int N { get; }

    /// <summary>Number of draws.</summary>
    public int Draws => _scores.Length;

    /// <summary>Simulates one kind.</summary>
    /// <inheritdoc cref="SimulateBoth" path="/param"/>
    public static NullDistribution Simulate(NullKind kind, int n, int draws = DefaultDraws, int threads = 1, CancellationToken cancellation = default)
    {
        var (independent, walk) = SimulateBoth(n, draws, threads, cancellation);
        return kind == NullKind.Independent ? independent : walk;
    }

    /// <summary>Simulates both kinds, which share their normal numbers. The same draws for any number of threads.</summary>
    /// <param name="n">Values of a series, at least 2.</param>
    /// <param name="draws">How many series, at least 1.</param>
    /// <param name="threads">How many to use.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    public static (NullDistribution Independent, NullDistribution Walk) SimulateBoth(
        int n, int draws = DefaultDraws, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var (independent, walks) = (new double[draws], new double[draws]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, (draws + Block - 1) / Block, options, block =>
        {
            var normals = new PhiloxStream(new Philox(0, Stream), step: (uint)block, tensor: (uint)n);
            var (values, walk) = (new double[n], new double[n]);
            for (var i = block * Block; i < Math.Min(draws, (block + 1) * Block); i++)
            {
                var place = 0.0;
                for (var k = 0; k < n; k++)
                {
                    values[k] = normals.Normal();
                    walk[k] = place += values[k];
                }

                independent[i] = Math.Abs(EmergenceScore.OfOrdered(values).Value);
                walks[i] = Math.Abs(EmergenceScore.OfOrdered(walk).Value);
            }
        });
        Parallel.Invoke(options, () => Array.Sort(independent), () => Array.Sort(walks));
        return (new(NullKind.Independent, n, independent), new(NullKind.RandomWalk, n, walks));
    }

    /// <summary>The share of series without emergence whose score is at least as large in size, the series itself counted among them.</summary>
    /// <param name="score">A score that is no flag.</param>
    public double PValue(double score)
    {
        var below = Array.BinarySearch(_scores, Math.Abs(score));
        if (below < 0)
        {
            below = ~below;
        }
        else
        {
            while (below > 0 && _scores[below - 1] == _scores[below]) below--;
        }

        return (1.0 + Draws - below) / (1.0 + Draws);
    }

    /// <summary>The size of the score that a share of the series stays below.</summary>
    public double Quantile(double share) => Numerics.Statistics.Quantile.Of(_scores, share);

    /// <summary>The share of series whose score is larger in size than a cut-off.</summary>
    public double ShareAbove(double cutOff) => _scores.Count(score => score > cutOff) / (double)Draws;
}
