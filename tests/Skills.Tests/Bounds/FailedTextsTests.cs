using System.Numerics;
using Research.Numerics;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

public class FailedTextsTests
{
    private static readonly int[] Edges = [2, 0, 3, 1, 1, 3, 0, 2, 1, 2];

    [Fact]
    public void No_other_choice_has_more_edges()
    {
        for (var failing = 1; failing <= 10; failing++)
        {
            var best = Enumerable.Range(0, 1 << 10)
                .Where(set => BitOperations.PopCount((uint)set) == failing)
                .Max(set => Enumerable.Range(0, 10).Sum(text => ((set >> text) & 1) * Edges[text]));
            var failed = new bool[10];
            FailedTexts.Worst(Edges, 3, failing, failed);

            Assert.Equal(failing, failed.Count(fails => fails));
            Assert.Equal(best, Edges.Where((_, text) => failed[text]).Sum());
            Assert.Equal(best, FailedTexts.WorstEdges(Edges, 3, failing));
        }
    }

    [Fact]
    public void Chance_chooses_every_text_equally_often()
    {
        var counts = new int[12];
        var draws = new PhiloxStream(new Philox(1, "test"));
        for (var trial = 0; trial < 12_000; trial++)
        {
            var failed = new bool[12];
            FailedTexts.Random(3, failed, ref draws);
            Assert.Equal(3, failed.Count(fails => fails));
            for (var text = 0; text < 12; text++) counts[text] += failed[text] ? 1 : 0;
        }

        Assert.All(counts, count => Assert.InRange(count, 2800, 3200));
    }
}
