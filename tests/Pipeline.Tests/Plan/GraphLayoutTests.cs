using FsCheck;
using FsCheck.Fluent;
using Research.Pipeline.Plan;

namespace Research.Pipeline.Tests.Plan;

public sealed class GraphLayoutTests
{
    [Fact]
    public void A_chain_is_straight()
    {
        var layout = GraphLayout.Of([100, 60, 140], [(0, 1), (1, 2)]);

        Assert.Equal(3, layout.Layers);
        Assert.Equal(140, layout.Width, 1e-9);
        Assert.All([0, 1, 2], i => Assert.Equal((70.0, i), layout.Node(i)));
    }

    [Fact]
    public void Two_chains_beside_each_other_do_not_cross()
    {
        // Declared so that the order of declaration would cross: 0 -> 3, 1 -> 2.
        var layout = GraphLayout.Of([50, 50, 50, 50], [(1, 2), (0, 3)]);

        Assert.Equal(layout.Node(0).X < layout.Node(1).X, layout.Node(3).X < layout.Node(2).X);
    }

    [Fact]
    public void In_any_graph_all_nodes_are_below_what_they_need_and_none_overlap() => Prop.ForAll(Graphs(), graph =>
    {
        var (count, edges) = graph;
        var widths = Enumerable.Range(0, count).Select(i => 40.0 + 10 * (i % 4)).ToList();
        var layout = GraphLayout.Of(widths, edges);
        var places = Enumerable.Range(0, count).Select(layout.Node).ToList();
        var isBelow = edges.All(edge => places[edge.From].Layer < places[edge.To].Layer);
        var isInside = places.Select((place, i) => place.X - widths[i] / 2 >= -1e-9 && place.X + widths[i] / 2 <= layout.Width + 1e-9).All(holds => holds);
        var isApart = Enumerable.Range(0, count).All(i => Enumerable.Range(0, i).All(j =>
            places[i].Layer != places[j].Layer || Math.Abs(places[i].X - places[j].X) >= (widths[i] + widths[j]) / 2));
        var isConnected = Enumerable.Range(0, edges.Count).All(i =>
            layout.Edge(i)[0] == places[edges[i].From] && layout.Edge(i)[^1] == places[edges[i].To]
            && layout.Edge(i).Zip(layout.Edge(i).Skip(1)).All(step => step.Second.Layer == step.First.Layer + 1));
        return isBelow && isInside && isApart && isConnected;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Count, IReadOnlyList<(int From, int To)> Edges)> Graphs() => (
        from count in Gen.Choose(1, 12)
        from bits in Gen.Elements(true, false, false).ArrayOf(count * count)
        select (count, (IReadOnlyList<(int From, int To)>)[.. from to in Enumerable.Range(0, count)
                                                              from origin in Enumerable.Range(0, to)
                                                              where bits[to * count + origin]
                                                              select (origin, to)])).ToArbitrary();
}
