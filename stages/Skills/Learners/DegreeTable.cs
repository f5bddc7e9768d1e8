using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Learners;

/// <summary>Degrees given by the probability of each.</summary>
public sealed class DegreeTable : IDegrees
{
    /// <summary>How far from one the probabilities may add up to.</summary>
    public const double Tolerance = 1e-9;

    private readonly double[] nodes;

    // The probability that an edge's node has k other edges.
    private readonly double[] edges;

    /// <summary>A distribution.</summary>
    /// <param name="probabilities">Of the degrees 0, 1, 2, ...</param>
    /// <exception cref="InputException">One is negative, they do not add up to one, or all nodes have degree 0.</exception>
    public DegreeTable(IReadOnlyList<double> probabilities)
    {
        nodes = [.. probabilities];
        double sum = 0, mean = 0, second = 0;
        for (var k = 0; k < nodes.Length; k++)
        {
            if (!(nodes[k] is >= 0 and <= 1))
                throw new InputException($"degree {k} has probability {nodes[k]}", "degree distribution", "Give probabilities from 0 to 1.");
            sum += nodes[k];
            mean += k * nodes[k];
            second += k * (k - 1.0) * nodes[k];
        }

        if (!(Math.Abs(sum - 1) <= Tolerance))
            throw new InputException($"the probabilities add up to {sum}", "degree distribution", "They must add up to one.");
        if (!(mean > 0))
            throw new InputException("every node has degree 0", "degree distribution", "Give some degree above 0 a probability.");
        (Mean, Excess) = (mean, second / mean);
        edges = new double[nodes.Length - 1];
        for (var k = 0; k < edges.Length; k++) edges[k] = (k + 1) * nodes[k + 1] / mean;
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Excess { get; }

    /// <summary>Every node has this degree, at least 1.</summary>
    public static DegreeTable Fixed(int degree)
    {
        var probabilities = new double[degree + 1];
        probabilities[degree] = 1;
        return new(probabilities);
    }

    /// <inheritdoc/>
    public double Node(double x) => Polynomial(nodes, x);

    /// <inheritdoc/>
    public double Edge(double x) => Polynomial(edges, x);

    /// <inheritdoc/>
    public double NodeAtMost(int marked, double q) => AtMost(nodes, marked, q);

    /// <inheritdoc/>
    public double EdgeAtMost(int marked, double q) => AtMost(edges, marked, q);

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--) sum = Math.FusedMultiplyAdd(sum, x, coefficients[k]);
        return sum;
    }

    private static double AtMost(double[] degrees, int marked, double q)
    {
        var sum = 0.0;
        for (var k = 0; k < degrees.Length; k++)
            if (degrees[k] > 0) sum += degrees[k] * Binomial(k, marked, q);
        return sum;
    }

    /// <summary>P(Bin(n, q) ≤ most).</summary>
    private static double Binomial(int n, int most, double q)
    {
        if (most >= n) return 1;
        if (q >= 1) return 0;
        double term = Elementary.Exp(n * Elementary.Log1p(-q)), sum = term, odds = q / (1 - q);
        for (var j = 1; j <= most; j++)
        {
            term *= odds * (n - j + 1) / j;
            sum += term;
        }

        return sum;
    }
}
