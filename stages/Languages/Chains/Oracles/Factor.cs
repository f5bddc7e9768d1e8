namespace Research.Languages.Chains.Oracles;

/// <summary>A function of the values of some nodes, as a table: a piece of a joint distribution.</summary>
/// <param name="values">Values of every node.</param>
/// <param name="nodes">The nodes, ascending.</param>
/// <param name="table">[values of the first node, ..., values of the last].</param>
internal sealed class Factor(int values, int[] nodes, double[] table)
{
    /// <summary>The nodes, ascending.</summary>
    public IReadOnlyList<int> Nodes => nodes;

    /// <summary>The table; the last node's value changes fastest.</summary>
    public double[] Table => table;

    /// <summary>The factor of a node's table: of the node and its parents.</summary>
    public static Factor Of(World world, int node) =>
        new(world.Values, [.. world.Parents(node), node], world.Table(node).ToArray());

    /// <summary>Whether it depends on a node.</summary>
    public bool Has(int node) => Array.BinarySearch(nodes, node) >= 0;

    /// <summary>The factor at a value of one of its nodes.</summary>
    public Factor At(int node, int value) => Without(node, (outer, inner, start) => table[start(outer, value) + inner]);

    /// <summary>The factor summed over the values of one of its nodes, in their order.</summary>
    public Factor SumOut(int node) => Without(node, (outer, inner, start) =>
    {
        var sum = 0.0;
        for (var value = 0; value < values; value++) sum += table[start(outer, value) + inner];
        return sum;
    });

    /// <summary>The product of two factors, on the nodes of both.</summary>
    public Factor Times(Factor other)
    {
        int[] union = [.. nodes.Union(other.Nodes).Order()];
        var product = new double[Size(union.Length)];
        int[] strides = Strides(union, nodes), otherStrides = Strides(union, [.. other.Nodes]);
        var state = new int[union.Length];
        var (mine, theirs) = (0, 0);
        for (var index = 0; ; index++)
        {
            product[index] = table[mine] * other.Table[theirs];
            var digit = union.Length - 1;
            while (digit >= 0 && state[digit] == values - 1)
            {
                mine -= strides[digit] * state[digit];
                theirs -= otherStrides[digit] * state[digit];
                state[digit--] = 0;
            }

            if (digit < 0) return new(values, union, product);
            state[digit]++;
            mine += strides[digit];
            theirs += otherStrides[digit];
        }
    }

    private Factor Without(int node, Func<int, int, Func<int, int, int>, double> entry)
    {
        var place = Array.BinarySearch(nodes, node);
        var inner = Size(nodes.Length - 1 - place);
        var result = new double[table.Length / values];
        for (var i = 0; i < result.Length; i++) result[i] = entry(i / inner, i % inner, Start);
        return new(values, [.. nodes.Where(other => other != node)], result);

        int Start(int outer, int value) => ((outer * values) + value) * inner;
    }

    private int[] Strides(int[] union, int[] part)
    {
        var strides = new int[union.Length];
        var stride = 1;
        for (var i = part.Length - 1; i >= 0; i--, stride *= values) strides[Array.BinarySearch(union, part[i])] = stride;
        return strides;
    }

    private int Size(int count)
    {
        var size = 1;
        for (var i = 0; i < count; i++) size *= values;
        return size;
    }
}
