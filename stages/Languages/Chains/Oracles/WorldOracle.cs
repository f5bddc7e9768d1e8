namespace Research.Languages.Chains.Oracles;

/// <summary>
/// Exact probabilities of a world, by variable elimination: of the nodes that nobody asks about, the one whose removal leaves the smallest
/// factor goes first (the first letter among equals).
/// </summary>
/// <param name="world">The world.</param>
public sealed class WorldOracle(World world)
{
    private readonly Factor[] factors = [.. Enumerable.Range(0, world.Nodes).Select(node => Factor.Of(world, node))];

    /// <summary>The world.</summary>
    public World World => world;

    /// <summary>q(target): the distribution of a node's value when nothing is known. [values]</summary>
    public double[] Marginal(int target) => Conditional(target, []);

    /// <summary>q(target | observed): the distribution of a node's value, given values of any other nodes. [values]</summary>
    /// <exception cref="ArgumentException">The target or a node twice is among the observed, or they cannot occur together.</exception>
    public double[] Conditional(int target, IReadOnlyList<Statement> observed)
    {
        var joint = Joint([target], observed);
        var sum = 0.0;
        foreach (var p in joint) sum += p;
        if (!(sum > 0)) throw new ArgumentException("These values cannot occur together.", nameof(observed));
        return Array.ConvertAll(joint, p => p / sum);
    }

    /// <summary>The probability that nodes have these values.</summary>
    public double Probability(IReadOnlyList<Statement> statements) => Joint([], statements)[0];

    /// <summary>
    /// q(nodes, observed): the joint distribution of some nodes' values together with values of others.
    /// [values of the first node, ..., values of the last], in the order given.
    /// </summary>
    /// <exception cref="ArgumentException">A node is named twice.</exception>
    public double[] Joint(IReadOnlyList<int> nodes, IReadOnlyList<Statement> observed)
    {
        int[] named = [.. nodes, .. observed.Select(statement => statement.Node)];
        if (named.Distinct().Count() < named.Length) throw new ArgumentException("A node is named twice.", nameof(nodes));
        var rest = factors.Select(factor => observed
            .Where(statement => factor.Has(statement.Node))
            .Aggregate(factor, (at, statement) => at.At(statement.Node, statement.Value))).ToList();
        var hidden = Enumerable.Range(0, world.Nodes).Except(named).ToList();
        while (hidden.Count > 0)
        {
            var next = hidden.MinBy(node => SizeWithout(node, rest));
            hidden.Remove(next);
            var product = Product(rest.Where(factor => factor.Has(next)));
            rest.RemoveAll(factor => factor.Has(next));
            rest.Add(product.SumOut(next));
        }

        return Ordered(Product(rest), nodes);
    }

    /// <summary>Number of nodes of the factor that removing a node leaves.</summary>
    private static int SizeWithout(int node, List<Factor> factors) =>
        factors.Where(factor => factor.Has(node)).SelectMany(factor => factor.Nodes).Distinct().Count();

    private static Factor Product(IEnumerable<Factor> factors) => factors.Aggregate((product, factor) => product.Times(factor));

    /// <summary>The table with its nodes in another order.</summary>
    private double[] Ordered(Factor factor, IReadOnlyList<int> nodes)
    {
        var ordered = new double[factor.Table.Length];
        var state = new int[nodes.Count];
        int[] places = [.. factor.Nodes.Select(node => nodes.ToList().IndexOf(node))];
        for (var index = 0; index < ordered.Length; index++)
        {
            for (int i = nodes.Count - 1, rest = index; i >= 0; i--, rest /= world.Values) state[i] = rest % world.Values;
            var from = 0;
            foreach (var place in places) from = (from * world.Values) + state[place];
            ordered[index] = factor.Table[from];
        }

        return ordered;
    }
}
