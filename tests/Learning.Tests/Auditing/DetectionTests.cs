using Research.Learning.Auditing;

namespace Research.Learning.Tests.Auditing;

public class DetectionTests
{
    [Fact]
    public void It_is_the_share_of_all_choices_that_meet_a_forged_segment()
    {
        for (var segments = 1; segments <= 9; segments++)
        {
            for (var forged = 0; forged <= segments; forged++)
            {
                for (var drawn = 0; drawn <= segments; drawn++)
                {
                    // The forged ones are the first bits.
                    int[] choices = [.. Enumerable.Range(0, 1 << segments).Where(mask => int.PopCount(mask) == drawn)];
                    var share = choices.Count(mask => (mask & ((1 << forged) - 1)) != 0) / (double)choices.Length;
                    Assert.Equal(share, Detection.Probability(segments, forged, drawn), 1e-14);
                }
            }
        }
    }

    [Theory]
    [InlineData(8, 1, 0.95, 8)]
    [InlineData(20, 1, 0.95, 19)]
    [InlineData(100, 10, 0.95, 25)]
    [InlineData(8, 2, 0.5, 3)]
    [InlineData(8, 8, 0.95, 1)]
    [InlineData(8, 1, 0, 0)]
    public void The_needed_number_is_the_fewest_that_suffice(int segments, int forged, double probability, int expected)
    {
        var needed = Detection.Needed(segments, forged, probability);
        Assert.Equal(expected, needed);
        Assert.True(Detection.Probability(segments, forged, needed) >= probability);
        Assert.True(needed == 0 || Detection.Probability(segments, forged, needed - 1) < probability);
    }
}
