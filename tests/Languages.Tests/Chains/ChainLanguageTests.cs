using Research.Jobs;
using Research.Languages.Chains;

namespace Research.Languages.Tests.Chains;

public sealed class ChainLanguageTests
{
    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void Pairs_are_held_out_at_every_distance_with_as_many_controls(Topology topology)
    {
        var language = ChainLanguage.Of(new(topology, Coverage: 1));
        int[] distances = [2, 2, 3, 3, 4, 4, 5, 5];

        Assert.Equal(distances, language.HeldOut.Select(pair => language.World.Routes.Distance(pair.First, pair.Second)));
        Assert.Equal(distances, language.Controls.Select(pair => language.World.Routes.Distance(pair.First, pair.Second)));
        Assert.Equal(16, language.HeldOut.Concat(language.Controls).Distinct().Count());
    }

    [Fact]
    public void Coverage_does_not_change_the_world_or_the_pairs()
    {
        var (none, all) = (ChainLanguage.Of(new(Topology.Graph, 0)), ChainLanguage.Of(new(Topology.Graph, 1)));

        Assert.Equal(none.HeldOut, all.HeldOut);
        Assert.All(Enumerable.Range(0, 12), node => Assert.Equal(none.World.Table(node), all.World.Table(node)));
    }

    [Fact]
    public void A_node_held_out_with_a_later_one_is_not_stated()
    {
        var language = Line(heldOut: [new(1, 3)]);

        Assert.Equal([0, 2, 3, 4], language.Stated(0, 4));
        Assert.Equal([4, 2, 1, 0], language.Stated(4, 0));
        Assert.Equal([2, 3], language.Stated(1, 3));
        Assert.Equal([0, 1, 2], language.Stated(0, 2));
    }

    [Fact]
    public void Steps_that_no_two_nodes_are_apart_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ChainLanguage("x", SmallWorlds.Of(Topology.Line, 5, 2), 1, 5, .5, [], []));

        Assert.Contains("No two nodes are 5 steps apart", error.Message);
    }

    [Theory]
    [InlineData(0, 1, "The nodes of the pair ab are neighbors")]
    [InlineData(0, 5, "The pair af names a node that the world does not have")]
    public void A_pair_that_cannot_be_held_out_is_refused(int first, int second, string what) =>
        Assert.Contains(what, Assert.Throws<ArgumentException>(() => Line([new(first, second)])).Message);

    [Fact]
    public void A_world_with_too_few_pairs_is_named_with_what_is_missing()
    {
        var error = Assert.Throws<InputException>(() => ChainLanguage.Of(new(Topology.Line, 1, Nodes: 7)));

        Assert.Equal("1 pairs of nodes 3 steps apart are left to compare them with; 2 are needed", error.What);
        Assert.Equal("line c=1", error.Where);
    }

    [Theory]
    [InlineData(-0.1, 12, 6, 0.9, 5, "Coverage is -0.1")]
    [InlineData(double.NaN, 12, 6, 0.9, 5, "Coverage is NaN")]
    [InlineData(1, 27, 6, 0.9, 5, "Nodes is 27")]
    [InlineData(1, 12, 11, 0.9, 5, "Values is 11")]
    [InlineData(1, 12, 6, 1.0, 5, "Strength is 1")]
    [InlineData(1, 12, 6, 0.9, 12, "MostSteps is 12")]
    public void A_parameter_out_of_range_is_named(double coverage, int nodes, int values, double strength, int steps, string what) =>
        Assert.Equal(what, Assert.Throws<InputException>(() => new ChainSpec(Topology.Line, coverage, nodes, values, strength, steps).Validate()).What);

    private static ChainLanguage Line(IReadOnlyList<NodePair> heldOut) => new("x", SmallWorlds.Of(Topology.Line, 5, 2), 1, 4, .5, heldOut, []);
}
