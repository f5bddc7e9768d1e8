using Research.Languages.Chains;

namespace Research.Languages.Tests.Chains;

/// <summary>Probabilities of a small world by their definition: sums over the values of all nodes.</summary>
internal sealed class WorldEnumeration
{
    private readonly World world;

    public WorldEnumeration(World world)
    {
        this.world = world;
        States = [.. Enumerable.Range(0, (int)Math.Pow(world.Values, world.Nodes)).Select(State)];
    }

    /// <summary>Every assignment of values to the nodes with its probability.</summary>
    public IReadOnlyList<(int[] Values, double Probability)> States { get; }

    /// <summary>The probability of some values.</summary>
    public double Probability(params Statement[] statements)
    {
        var sum = 0.0;
        foreach (var (values, probability) in States)
            if (Array.TrueForAll(statements, statement => values[statement.Node] == statement.Value)) sum += probability;
        return sum;
    }

    /// <summary>q(target | observed).</summary>
    public double[] Conditional(int target, params Statement[] observed)
    {
        var given = Probability(observed);
        return [.. Enumerable.Range(0, world.Values).Select(value => Probability([.. observed, new(target, value)]) / given)];
    }

    private (int[] Values, double Probability) State(int index)
    {
        var values = new int[world.Nodes];
        var probability = 1.0;
        for (var node = 0; node < world.Nodes; node++, index /= world.Values)
        {
            values[node] = index % world.Values;
            var row = world.Parents(node).ToArray().Aggregate(0, (row, parent) => (row * world.Values) + values[parent]);
            probability *= world.Table(node)[(row * world.Values) + values[node]];
        }

        return (values, probability);
    }
}
