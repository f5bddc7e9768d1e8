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

    /// <summary>Simulates. The same draws for any number of threads; both kinds share their normal numbers.</summary>
    /// <param name="kind">What to simulate.</param>
    /// <param name="n">Values of a series, at least 2.</param>
    /// <param name="draws">How many series, at least 1.</param>
    /// <param name="threads">How many to use.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    public static NullDistribution Simulate(
        NullKind kind, int n, int draws = DefaultDraws, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var scores = new double[draws];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, (draws + Block - 1) / Block, options, block =>
        {
            var normals = new PhiloxStream(new Philox(0, Stream), step: (uint)block, tensor: (uint)n);
            var values = new double[n];
            for (var i = block * Block; i < Math.Min(draws, (block + 1) * Block); i++)
            {
                for (var k = 0; k < n; k++)
                {
                    var normal = normals.Normal();
                    values[k] = kind == NullKind.RandomWalk && k > 0 ? values[k - 1] + normal : normal;
                }

                scores[i] = Math.Abs(EmergenceScore.OfOrdered(values).Value);
            }
        });
        Array.Sort(scores);
        return new(kind, n, scores);
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
