using Research.Numerics;

namespace Research.Skills.Peeling;

/// <summary>
/// A Poisson distribution as a table, for sampling by inversion of one 32-bit random word: the smallest k with
/// u &lt; P(K ≤ k).
/// </summary>
public sealed class PoissonTable
{
    /// <summary>The largest mean: beyond it, e^-mean comes near the smallest doubles.</summary>
    public const double LargestMean = 500;

    private const int GuideBits = 8;

    private readonly double[] cumulative;

    // For the first bits of a word, the smallest k that it can mean.
    private readonly int[] guide = new int[1 << GuideBits];

    /// <summary>Tabulates until less than one of the 2^32 words is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not in 0..500.</exception>
    public PoissonTable(double mean)
    {
        if (!(mean is >= 0 and <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A mean lies in 0..{LargestMean}.");
        Mean = mean;
        var masses = new List<double>();
        var mass = Elementary.Exp(-mean);
        var sums = new List<double>();
        for (double k = 0, sum = 0; ; k++, mass *= mean / k)
        {
            masses.Add(mass);
            sums.Add(sum += mass);
            if (k >= mean && (sum >= Uniform(uint.MaxValue) || mass < 1e-18)) break;
        }

        sums[^1] = 1;
        Masses = masses;
        cumulative = [.. sums];
        for (int bits = 0, k = 0; bits < guide.Length; bits++)
        {
            while (Uniform((uint)bits << (32 - GuideBits)) >= cumulative[k]) k++;
            guide[bits] = k;
        }
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>P(K = k) for k = 0, 1, ..., <see cref="Largest"/>.</summary>
    public IReadOnlyList<double> Masses { get; }

    /// <summary>The largest number that is drawn.</summary>
    public int Largest => cumulative.Length - 1;

    /// <summary>The number that a random word means.</summary>
    public int Draw(uint word)
    {
        var u = Uniform(word);
        var k = guide[word >> (32 - GuideBits)];
        while (u >= cumulative[k]) k++;
        return k;
    }

    private static double Uniform(uint word) => (word + 0.5) * (1.0 / (1L << 32));
}
