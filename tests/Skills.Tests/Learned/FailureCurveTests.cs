using Research.Skills.Learned;

namespace Research.Skills.Tests.Learned;

public sealed class FailureCurveTests
{
    [Fact]
    public void The_worst_items_come_first_and_their_edges_are_counted()
    {
        // Item 0 fails in 1 of 2 texts, item 1 in 2 of 2, item 2 in 1 of 3.
        var curve = new FailureCurve(4, [[0, 1], [1, 2], [0, 2], [2]], [true, true, false, false]);

        Assert.Equal([1.0, 3.0 / 4, 4.0 / 7, 4.0 / 7], Enumerable.Range(1, 4).Select(curve.OfWorst));
        Assert.Equal([2.0 / 7, 4.0 / 7, 1, 1], Enumerable.Range(1, 4).Select(curve.EdgesOfWorst));
    }

    [Fact]
    public void No_choice_of_as_many_failed_texts_hurts_the_same_items_more_than_the_adversary()
    {
        int[][] texts = [[0, 1, 2], [0, 3], [1, 4, 5], [2, 3, 4], [0, 1, 5], [2], [3, 4, 5], [0, 2, 4]];
        var fails = new bool[8];
        fails[1] = fails[4] = fails[6] = true;
        var curve = new FailureCurve(6, texts, fails);
        var rates = Enumerable.Range(0, 6).Select(item => texts.Select((text, t) => (Holds: text.Contains(item), Fails: fails[t])).Where(text => text.Holds).Average(text => text.Fails ? 1.0 : 0)).ToArray();
        int[] worst = [.. Enumerable.Range(0, 6).OrderByDescending(item => rates[item]).ThenBy(item => item)];

        for (var items = 1; items <= 6; items++)
        {
            var chosen = worst[..items];
            int[] edges = [.. texts.Select(text => text.Count(item => chosen.Contains(item)))];
            var most = Enumerable.Range(0, 1 << 8).Where(set => int.PopCount(set) == 3).Max(set => Enumerable.Range(0, 8).Where(t => (set >> t & 1) == 1).Sum(t => edges[t]));
            Assert.Equal(most / (double)edges.Sum(), curve.OfAdversary(items), 12);
        }
    }

    // beta_min of reference A.2: theta = .05, k = 8, alpha = .2, without and with the term for finite size.
    [Theory, InlineData(0, 3.2981), InlineData(0.1, 3.5851)]
    public void The_bound_is_beta_min_theta(double perText, double beta)
    {
        Assert.Equal(beta * 0.2, FailureBound.EdgeShare(0.05, 0.2, 8, perText), 4);
        Assert.Equal(beta * 0.05, FailureBound.Of(0.05, 0.2, edges: 0.2, 8, perText), 4);
        Assert.Equal(beta * 0.05 / 1.1, FailureBound.Of(0.05, 0.2, edges: 0.22, 8, perText), 4);
    }

    [Theory]
    [InlineData(0.05, 0.5, 2, 0.1)]
    [InlineData(0.5, 0.25, 2, 1)]
    [InlineData(0, 0.25, 4, 0)]
    [InlineData(1, 0.25, 4, 1)]
    public void Without_a_beta_all_edges_of_failed_texts_may_lead_there(double theta, double alpha, int k, double expected) =>
        Assert.Equal(expected, FailureBound.Of(theta, alpha, alpha, k, 0), 12);
}
