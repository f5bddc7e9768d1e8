using Research.Numerics;

namespace Research.Languages.Chains;

/// <summary>
/// Draws a world. Node n takes its draws from step n of two streams: its parents from <c>topology</c>, its table from <c>world</c>.
/// </summary>
internal static class WorldGenerator
{
    /// <summary>Parents are at most so many nodes back, which makes worlds long enough for several steps.</summary>
    private const int Reach = 3;

    private const double SecondParent = 0.25;

    /// <summary>The share of a child's dependence that goes to the first of two parents.</summary>
    private const double FirstShare = 2.0 / 3;

    /// <summary>The world of a specification; its coverage and sizes of documents do not matter.</summary>
    public static World Generate(ChainSpec spec)
    {
        var parents = Enumerable.Range(0, spec.Nodes).Select(node => Parents(spec, node)).ToArray();
        return new(spec.Values, parents, [.. parents.Select((of, node) => Table(spec, node, of.Length))]);
    }

    private static int[] Parents(ChainSpec spec, int node)
    {
        if (node == 0) return [];
        if (spec.Topology == Topology.Line) return [node - 1];
        var draws = new PhiloxStream(new Philox(spec.Seed, "topology"), step: (uint)node);
        var reach = node < Reach ? node : Reach;
        var first = node - 1 - draws.Below(reach);
        if (spec.Topology == Topology.Tree || reach < 2 || draws.UniformDouble() >= SecondParent) return [first];
        var second = node - 1 - draws.Below(reach - 1);
        if (second <= first) second--;
        return first < second ? [first, second] : [second, first];
    }

    /// <summary>
    /// With probability <see cref="ChainSpec.Strength"/> a child takes the value to which a permutation of its own sends the parent's
    /// (of two parents, the first in two cases of three); else a value from a row of normalized uniform numbers. A root has such a row alone.
    /// </summary>
    private static double[] Table(ChainSpec spec, int node, int parents)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "world"), step: (uint)node);
        var permutations = new int[parents][];
        for (var p = 0; p < parents; p++) permutations[p] = Permutation(spec.Values, ref draws);
        var rows = parents == 0 ? 1 : parents == 1 ? spec.Values : spec.Values * spec.Values;
        var table = new double[rows * spec.Values];
        for (var r = 0; r < rows; r++)
        {
            var row = table.AsSpan(r * spec.Values, spec.Values);
            RandomRow(row, parents == 0 ? 1 : 1 - spec.Strength, ref draws);
            if (parents == 1) row[permutations[0][r]] += spec.Strength;
            if (parents < 2) continue;
            row[permutations[0][r / spec.Values]] += FirstShare * spec.Strength;
            row[permutations[1][r % spec.Values]] += (1 - FirstShare) * spec.Strength;
        }

        return table;
    }

    private static int[] Permutation(int values, ref PhiloxStream draws)
    {
        var permutation = Enumerable.Range(0, values).ToArray();
        for (var i = values - 1; i > 0; i--)
        {
            var j = draws.Below(i + 1);
            (permutation[i], permutation[j]) = (permutation[j], permutation[i]);
        }

        return permutation;
    }

    private static void RandomRow(Span<double> row, double total, ref PhiloxStream draws)
    {
        var sum = 0.0;
        for (var v = 0; v < row.Length; v++) sum += row[v] = draws.UniformDouble();
        for (var v = 0; v < row.Length; v++) row[v] *= total / sum;
    }
}
