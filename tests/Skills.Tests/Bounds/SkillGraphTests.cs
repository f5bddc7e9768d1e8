using Research.Jobs;
using Research.Skills.Bounds;
using static Research.Skills.Tests.Bounds.SkillGraphs;

namespace Research.Skills.Tests.Bounds;

public class SkillGraphTests
{
    [Theory, InlineData(0), InlineData(1.0)]
    public void Skills_are_as_frequent_as_their_measure(double zipf)
    {
        var graph = Draw(10, 50_000, 4, zipf);
        var total = Enumerable.Range(1, 10).Sum(rank => Math.Pow(rank, -zipf));

        for (var skill = 0; skill < 10; skill++)
        {
            var expected = Math.Pow(skill + 1, -zipf) / total;
            Assert.Equal(expected, graph.Measure.Weights[skill], 1e-12);
            Assert.Equal(expected, graph.Degrees[skill] / 200_000.0, 5 * Math.Sqrt(expected / 200_000));
        }
    }

    [Fact]
    public void Edges_are_counted_from_both_sides()
    {
        var graph = Draw(7, 300, 3);
        var failed = Enumerable.Range(0, 300).Select(text => text % 3 == 0).ToArray();
        var ofSkills = new int[7];
        var ofTexts = new int[300];

        graph.CountFailed(failed, ofSkills);
        graph.CountInto([1, 0, 1, 0, 0, 0, 1], ofTexts);

        Assert.Equal(ofSkills[0] + ofSkills[2] + ofSkills[6], ofTexts.Where((_, text) => failed[text]).Sum());
        Assert.Equal(graph.Degrees[0] + graph.Degrees[2] + graph.Degrees[6], ofTexts.Sum());
        Assert.Equal(900, graph.Degrees.ToArray().Sum());
    }

    [Fact]
    public void A_graph_is_its_number()
    {
        Assert.Equal(Draw(50, 100, 8, 0, 3).SkillsOf(99), Draw(50, 100, 8, 0, 3).SkillsOf(99));
        Assert.False(Draw(50, 100, 8, 0, 3).SkillsOf(99).SequenceEqual(Draw(50, 100, 8, 0, 4).SkillsOf(99)));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<InputException>(() => new SkillMeasure(0, 0));
        Assert.Throws<InputException>(() => new SkillMeasure(10, -1));
        Assert.Throws<InputException>(() => Draw(10, 0, 8));
        Assert.Throws<InputException>(() => Draw(10, 10, 0));
    }
}
