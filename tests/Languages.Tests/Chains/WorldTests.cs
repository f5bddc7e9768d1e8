using Research.Languages.Chains;

namespace Research.Languages.Tests.Chains;

public sealed class WorldTests
{
    private static readonly double[] Half = [.5, .5, .5, .5];

    [Fact]
    public void A_row_that_does_not_add_up_is_named() =>
        AssertRefused("row 1 of Node b adds up to 1.1, not 1", [[], [0]], [[.5, .5], [.5, .5, .5, .6]]);

    [Fact]
    public void A_negative_probability_is_named() =>
        AssertRefused("row 0 of Node a: -0.5 is no probability", [[], [0]], [[-.5, 1.5], Half]);

    [Fact]
    public void A_node_that_cannot_be_reached_is_named() =>
        AssertRefused("Node c cannot be reached from node a", [[], [0], []], [[.5, .5], Half, [.5, .5]]);

    [Fact]
    public void A_table_of_another_shape_is_named() =>
        AssertRefused("Node b has 2 probabilities, not 4", [[], [0]], [[.5, .5], [.5, .5]]);

    [Fact]
    public void A_parent_that_comes_later_is_named() => AssertRefused("Node a has parent 1", [[1], []], [Half, [.5, .5]]);

    [Fact]
    public void Three_parents_are_too_many() =>
        AssertRefused("Node d has 3 parents", [[], [0], [1], [0, 1, 2]], [[.5, .5], Half, Half, new double[16]]);

    [Fact]
    public void A_child_follows_a_permutation_of_its_parent_with_the_given_strength()
    {
        var world = SmallWorlds.Of(Topology.Tree, nodes: 10, values: 5);

        for (var node = 1; node < world.Nodes; node++)
        {
            var rows = world.Table(node).ToArray().Chunk(5).ToList();
            Assert.All(rows, row => Assert.Single(row, p => p > .7));
            Assert.Equal(Enumerable.Range(0, 5), rows.Select(row => Array.FindIndex(row, p => p > .7)).Order());
        }
    }

    [Fact]
    public void The_first_of_two_parents_weighs_twice_the_second()
    {
        var world = SmallWorlds.Of(Topology.Graph, nodes: 20, values: 5);
        var child = Enumerable.Range(0, 20).First(node => world.Parents(node).Length == 2);

        // The most probable value of a pair of parents' values is the first parent's, unless both agree.
        var rows = world.Table(child).ToArray().Chunk(5).Select((row, index) => (Most: Array.IndexOf(row, row.Max()), First: index / 5)).ToList();
        Assert.All(rows.GroupBy(row => row.First), group => Assert.Single(group.Select(row => row.Most).Distinct()));
        Assert.All(world.Table(child).ToArray().Chunk(5), row => Assert.InRange(row.Max(), .7 * 2 / 3, 1));
    }

    [Fact]
    public void Either_parent_has_a_permutation_of_its_own()
    {
        var world = SmallWorlds.Of(Topology.Graph, nodes: 20, values: 5);
        var distinct = 0;
        foreach (var child in Enumerable.Range(0, 20).Where(node => world.Parents(node).Length == 2))
        {
            // 0.47 and 0.23 are added to rows that have 0.3 in all, so that sums over the other parent's values tell the parents' choices.
            var rows = world.Table(child).ToArray().Chunk(5).ToArray();
            int[] first = [.. Enumerable.Range(0, 5).Select(value => Largest(rows.Where((_, index) => index / 5 == value)))];
            int[] second = [.. Enumerable.Range(0, 5).Select(value => Largest(rows
                .Where((_, index) => index % 5 == value)
                .Select((row, index) => row.Select((p, v) => v == first[index] ? 0 : p).ToArray())))];
            Assert.Equal(Enumerable.Range(0, 5), first.Order());
            Assert.Equal(Enumerable.Range(0, 5), second.Order());
            distinct += first.SequenceEqual(second) ? 0 : 1;
        }

        Assert.InRange(distinct, 1, 20);

        static int Largest(IEnumerable<double[]> rows)
        {
            double[] sums = [.. Enumerable.Range(0, 5).Select(value => rows.Sum(row => row[value]))];
            return Array.IndexOf(sums, sums.Max());
        }
    }

    [Fact]
    public void Of_ways_of_one_length_the_first_in_the_order_of_letters_is_taken()
    {
        var world = SmallWorlds.Of(Topology.Graph, nodes: 12, values: 2);
        var choices = 0;
        for (var from = 0; from < 12; from++)
        {
            for (var to = 0; to < 12; to++)
            {
                var ways = Ways(from, to, world.Routes.Distance(from, to)).ToList();
                Assert.Equal(ways.Min(), string.Join(' ', world.Routes.Path(from, to).Select(node => $"{node:00}")));
                choices += ways.Count > 1 ? 1 : 0;
            }
        }

        Assert.InRange(choices, 1, 144);

        IEnumerable<string> Ways(int from, int to, int steps) => steps == 0
            ? from == to ? [$"{to:00}"] : []
            : Enumerable.Range(0, 12)
                .Where(next => world.Parents(next).Contains(from) || world.Parents(from).Contains(next))
                .SelectMany(next => Ways(next, to, steps - 1).Select(way => $"{from:00} {way}"));
    }

    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void A_way_takes_as_many_steps_as_the_distance_and_each_is_a_dependence(Topology topology)
    {
        var world = SmallWorlds.Of(topology, nodes: 12, values: 2);
        for (var from = 0; from < 12; from++)
        {
            for (var to = 0; to < 12; to++)
            {
                var path = world.Routes.Path(from, to);
                Assert.Equal((from, to, world.Routes.Distance(from, to)), (path[0], path[^1], path.Length - 1));
                Assert.Equal(world.Routes.Distance(from, to), world.Routes.Distance(to, from));
                Assert.All(path.Zip(path.Skip(1)), step => Assert.True(
                    world.Parents(step.First).Contains(step.Second) || world.Parents(step.Second).Contains(step.First)));
            }
        }

        if (topology == Topology.Line) Assert.All(world.Routes.Pairs(4), pair => Assert.Equal(4, pair.Second - pair.First));
    }

    private static void AssertRefused(string what, int[][] parents, double[][] tables) =>
        Assert.Contains(what, Assert.Throws<ArgumentException>(() => new World(2, parents, tables)).Message);
}
