using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;

namespace Research.Languages.Tests.Chains.Oracles;

public sealed class WorldOracleTests
{
    private const double Exact = 1e-12;

    [Theory]
    [InlineData(Topology.Line, 1), InlineData(Topology.Tree, 2), InlineData(Topology.Graph, 3), InlineData(Topology.Graph, 4)]
    public void Conditionals_given_any_set_of_nodes_equal_enumeration(Topology topology, int seed)
    {
        var world = SmallWorlds.Of(topology, nodes: 6, values: 3, seed);
        var (oracle, slow) = (new WorldOracle(world), new WorldEnumeration(world));

        for (var set = 0; set < 1 << world.Nodes; set++)
        {
            Statement[] observed = [.. Enumerable.Range(0, world.Nodes).Where(node => (set >> node & 1) == 1).Select(node => new Statement(node, (node + set) % 3))];
            AssertEqual([slow.Probability(observed)], [oracle.Probability(observed)]);
            foreach (var target in Enumerable.Range(0, world.Nodes).Where(node => (set >> node & 1) == 0))
                AssertEqual(slow.Conditional(target, observed), oracle.Conditional(target, observed));
        }
    }

    [Fact]
    public void A_joint_distribution_keeps_the_order_that_was_asked_for()
    {
        var world = SmallWorlds.Of(Topology.Graph, nodes: 6, values: 3, seed: 4);

        var slow = new WorldEnumeration(world);

        var joint = new WorldOracle(world).Joint([4, 1, 5], [new(2, 0)]);

        for (var i = 0; i < 27; i++)
            Assert.Equal(slow.Probability(new(4, i / 9), new(1, i / 3 % 3), new(5, i % 3), new(2, 0)), joint[i], Exact);
    }

    [Fact]
    public void Marginals_add_up_to_one_in_a_large_world()
    {
        var world = SmallWorlds.Of(Topology.Graph, nodes: 26, values: 10);
        var oracle = new WorldOracle(world);

        for (var node = 0; node < world.Nodes; node++) Assert.Equal(1, oracle.Marginal(node).Sum(), Exact);
    }

    [Fact]
    public void A_node_named_twice_and_values_that_cannot_be_are_refused()
    {
        var world = new World(2, [[], [0], [1]], [[1, 0], [.5, .5, .5, .5], [.5, .5, .5, .5]]);
        var oracle = new WorldOracle(world);

        Assert.Throws<ArgumentException>(() => oracle.Conditional(1, [new(1, 0)]));
        Assert.Throws<ArgumentException>(() => oracle.Conditional(2, [new(0, 1)]));
    }

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], Exact);
    }
}
