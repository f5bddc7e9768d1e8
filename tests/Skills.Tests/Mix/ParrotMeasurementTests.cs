using Research.Jobs;
using Research.Skills.Mix;

namespace Research.Skills.Tests.Mix;

public class ParrotMeasurementTests
{
    private const double Expected = 0.1 * 0.1 * 0.1 * 0.1 * 5000;

    /// <summary>A combination is matched by each text with probability p^3 p_t r^-2, so it is seen with 1 - (1 - that)^L.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.25)]
    public void A_corpus_holds_what_its_frequencies_say(double rich)
    {
        var rows = Enumerable.Range(0, 20).Select(corpus => ParrotMeasurement.Count(new ParrotSpec(rich, 20), corpus)).ToList();
        var one = Expected / 5000 / (rich * rich);

        Assert.All(rows, row => Assert.Equal(11_400, row.Combinations));
        Assert.Equal(5000 * one, rows.Average(row => row.Matches / 11_400.0), 0.03 * 5000 * one);
        Assert.Equal(1 - Math.Pow(1 - one, 5000), rows.Average(row => row.SeenShare), 0.01);
    }

    [Fact]
    public void Independent_skills_keep_the_bound_and_crowded_ones_break_it()
    {
        Assert.All(Enumerable.Range(0, 5), corpus =>
        {
            var row = ParrotMeasurement.Count(new ParrotSpec(1, 5), corpus);
            Assert.Equal(Expected, row.BoundedSeen, 1e-12);
            Assert.True(row.SeenShare < row.BoundedSeen);
        });
        Assert.True(ParrotMeasurement.Count(new ParrotSpec(0.25, 5), 0).SeenShare > Expected);
    }

    [Theory]
    [InlineData(0.05, 5, "cannot hold skills")]
    [InlineData(1.5, 5, "is above 0 and at most 1")]
    [InlineData(1.0, 1, "lies in 2 to")]
    public void An_impossible_corpus_is_refused(double rich, int corpora, string words)
        => Assert.Contains(words, Assert.Throws<InputException>(() => new ParrotSpec(rich, corpora).Validate()).Message, StringComparison.Ordinal);
}
