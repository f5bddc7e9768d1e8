using Research.Jobs;
using Research.Skills.Peeling;

namespace Research.Skills.Tests.Peeling;

public class GraphTests
{
    [Fact]
    public void Both_directions_name_the_same_edges()
    {
        var graph = GraphGenerator.Generate(GraphSpec.Poisson(150_000, 3, 1.2, seed: 1), threads: 2);
        var edges = 0L;
        for (var skill = 0; skill < graph.Skills; skill++)
        {
            var last = -1;
            foreach (var text in graph.TextsOf(skill))
            {
                Assert.True(text > last);
                Assert.Contains(skill, graph.SkillsOf(text).ToArray());
                last = text;
                edges++;
            }
        }

        Assert.Equal(graph.Edges, edges);
        Assert.Equal(180_000, graph.Texts);
    }

    [Fact]
    public void Sizes_of_texts_are_Poisson_and_skills_uniform()
    {
        const int Texts = 200_000;
        var graph = GraphGenerator.Generate(GraphSpec.Poisson(Texts, 3, 1, seed: 2));
        var sizes = new int[30];
        for (var text = 0; text < Texts; text++) sizes[graph.SkillsOf(text).Length]++;
        var degrees = new int[30];
        for (var skill = 0; skill < Texts; skill++) degrees[graph.TextsOf(skill).Length]++;

        var mass = Math.Exp(-3);
        for (var k = 0; k < 9; mass *= 3.0 / ++k)
        {
            var deviation = 5 * Math.Sqrt(mass * Texts);
            Assert.InRange(sizes[k], (mass * Texts) - deviation, (mass * Texts) + deviation);
            Assert.InRange(degrees[k], (mass * Texts) - deviation, (mass * Texts) + deviation);
        }
    }

    [Fact]
    public void A_text_is_a_set_and_does_not_depend_on_what_comes_before_it()
    {
        var few = new TextSampler(GraphSpec.Poisson(10, 6, 10, seed: 3));
        var many = new TextSampler(GraphSpec.Poisson(10, 6, 20, seed: 3));
        int[] one = new int[few.LargestText], other = new int[many.LargestText];
        for (var text = 99; text >= 0; text--)
        {
            var count = few.Draw(text, one);
            Assert.Equal(one[..count], other[..many.Draw(text, other)]);
            Assert.Equal(count, one[..count].Distinct().Count());
            Assert.All(one[..count], skill => Assert.InRange(skill, 0, 9));
        }
    }

    [Fact]
    public void Classes_draw_from_their_own_skills()
    {
        var spec = new GraphSpec(30, [new(50, [new(2, 0, 10), new(3, 20, 10)]), new(40, [new(1, 10, 10)])], Seed: 4);
        var graph = GraphGenerator.Generate(spec);

        Assert.Equal(90, graph.Texts);
        Assert.Equal(290, spec.Edges);
        for (var text = 0; text < 90; text++)
            Assert.All(graph.SkillsOf(text).ToArray(), skill => Assert.Equal(text < 50, skill is < 10 or >= 20));
        Assert.Contains(Enumerable.Range(0, 50), text => graph.SkillsOf(text).ToArray().Any(skill => skill >= 20));
    }

    [Theory, InlineData(0.0), InlineData(0.3), InlineData(3.0), InlineData(40.0), InlineData(500.0)]
    public void A_word_means_the_quantile_of_its_place(double mean)
    {
        var table = new PoissonTable(mean);
        foreach (var word in new[] { 0u, 1u << 20, 1u << 30, 1u << 31, 3u << 30, uint.MaxValue - (1 << 20), uint.MaxValue })
        {
            var u = (word + 0.5) / 4294967296.0;
            double sum = 0, mass = Math.Exp(-mean);
            var k = 0;
            while (u >= (sum += mass) && (k < mean || mass > 1e-20)) mass *= mean / ++k;
            Assert.Equal(k, table.Draw(word));
        }
    }

    [Fact]
    public void A_graph_too_large_says_what_it_needs_before_it_is_made()
    {
        var error = Assert.Throws<InputException>(() => GraphGenerator.Generate(GraphSpec.Poisson(2_000_000_000, 100, 1, seed: 1)));

        Assert.Contains("2,000,000,000 skills", error.Message, StringComparison.Ordinal);
        Assert.Contains("need 5,454.0 GB of memory", error.Message, StringComparison.Ordinal);
        GraphMemory.Require(GraphSpec.Poisson(10_000_000, 3, 1, 1), 1.1e9);
        Assert.Throws<InputException>(() => GraphMemory.Require(GraphSpec.Poisson(10_000_000, 3, 1, 1), 1.0e9));
    }

    [Fact]
    public void What_lies_out_of_range_is_refused()
    {
        Assert.Throws<InputException>(() => GraphSpec.Poisson(0, 3, 1, 1));
        Assert.Throws<InputException>(() => GraphSpec.Poisson(10, -1, 1, 1));
        Assert.Throws<InputException>(() => GraphSpec.Poisson(10, double.NaN, 1, 1));
        Assert.Throws<InputException>(() => GraphSpec.Poisson(10, 501, 1, 1));
        Assert.Throws<InputException>(() => GraphSpec.Poisson(10, 3, -1, 1));
        Assert.Throws<InputException>(() => GraphSpec.Poisson(10, 3, 1e12, 1));
        Assert.Throws<InputException>(() => new GraphSpec(10, [new(1, [new(1, 5, 6)])], 1).Validate());
        Assert.Throws<InputException>(() => SkillTextGraph.Of(3, [[0, 3]]));
        Assert.Throws<InputException>(() => SkillTextGraph.Of(3, [[-1]]));
        Assert.Throws<InputException>(() => SkillTextGraph.Of(0, []));
    }
}
