namespace Research.Languages.Chains;

/// <summary>
/// Variables that depend on one another: a Bayesian network in which each node is an intention of several values, with none, one or
/// two parents. Immutable.
/// </summary>
public sealed class World
{
    private const double Tolerance = 1e-9;

    private readonly int[][] parents;
    private readonly double[][] tables;

    /// <summary>A world of any parents and tables.</summary>
    /// <param name="values">Values of every node, at least 2.</param>
    /// <param name="parents">The parents of each node, ascending, all before the node; at most two.</param>
    /// <param name="tables">
    /// For each node [values of the first parent, values of the second, own values]: the distribution of its value, a row for each
    /// combination of its parents' values.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Shapes do not fit, a row is no distribution, a parent does not come before its child, or a node cannot be reached from another.
    /// </exception>
    public World(int values, IReadOnlyList<int[]> parents, IReadOnlyList<double[]> tables)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 2);
        if (parents.Count < 2) throw new ArgumentException($"There are {parents.Count} nodes; a world has 2 or more.", nameof(parents));
        if (tables.Count != parents.Count)
            throw new ArgumentException($"There are {tables.Count} tables for {parents.Count} nodes.", nameof(tables));
        Values = values;
        this.parents = [.. parents.Select(of => (int[])of.Clone())];
        this.tables = [.. tables.Select(of => (double[])of.Clone())];
        for (var node = 0; node < Nodes; node++) RequireNode(node);
        Routes = new Routes(this.parents);
        for (var node = 1; node < Nodes; node++)
        {
            if (Routes.Distance(0, node) == Routes.Unreachable)
                throw new ArgumentException($"Node {ChainAlphabet.Letter(node)} cannot be reached from node {ChainAlphabet.Letter(0)}.", nameof(parents));
        }
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes => parents.Length;

    /// <summary>Number of values of a node.</summary>
    public int Values { get; }

    /// <summary>Distances and ways between the nodes.</summary>
    public Routes Routes { get; }

    /// <summary>The parents of a node, ascending.</summary>
    public ReadOnlySpan<int> Parents(int node) => parents[node];

    /// <summary>The whole table of a node: rows of <see cref="Values"/> probabilities, the last parent's value changing fastest.</summary>
    public ReadOnlySpan<double> Table(int node) => tables[node];

    /// <summary>The distribution of a node's value, given the values of all nodes before it. [values]</summary>
    public ReadOnlySpan<double> Row(int node, ReadOnlySpan<int> before) => Table(node).Slice(RowIndex(node, before) * Values, Values);

    /// <summary>The index of that row.</summary>
    public int RowIndex(int node, ReadOnlySpan<int> before)
    {
        var row = 0;
        foreach (var parent in Parents(node)) row = (row * Values) + before[parent];
        return row;
    }

    private void RequireNode(int node)
    {
        var name = $"Node {ChainAlphabet.Letter(node)}";
        if (parents[node].Length > 2) throw new ArgumentException($"{name} has {parents[node].Length} parents; two is the most.");
        var previous = -1;
        var size = Values;
        foreach (var parent in parents[node])
        {
            if (parent <= previous || parent >= node)
                throw new ArgumentException($"{name} has parent {parent}; parents ascend and come before the node.");
            previous = parent;
            size *= Values;
        }

        if (tables[node].Length != size) throw new ArgumentException($"{name} has {tables[node].Length} probabilities, not {size}.");
        for (var first = 0; first < size; first += Values) RequireDistribution(tables[node].AsSpan(first, Values), $"row {first / Values} of {name}");
    }

    private static void RequireDistribution(ReadOnlySpan<double> row, string what)
    {
        var sum = 0.0;
        foreach (var p in row)
        {
            if (!(p >= 0)) throw new ArgumentException($"{what}: {p} is no probability.");
            sum += p;
        }

        if (!(Math.Abs(sum - 1) <= Tolerance)) throw new ArgumentException($"{what} adds up to {sum}, not 1.");
    }
}
