using Research.Jobs;
using Research.Skills.Mix;

namespace Research.Skills.Tests.Mix;

public class NoveltyBoundTests
{
    [Theory]
    [InlineData(5, 0.12, 0.06811, 0.432)]
    [InlineData(6, 0.08, 0.00098, 0.988)]
    public void Published_frequencies_give_the_published_shares(int skills, double rate, double matching, double novel)
    {
        var texts = NoveltyBound.Matching(skills, 0.0144, 0.0022, 5e10);

        Assert.Equal(matching, texts, 5e-6);
        Assert.Equal(novel, NoveltyBound.NovelShare(texts, rate), 5e-4);
    }

    [Fact]
    public void At_the_required_rate_a_third_is_novel()
        => Assert.Equal(1.0 / 3, NoveltyBound.NovelShare(0.02, NoveltyBound.RequiredRate(0.02)), 1e-12);

    [Fact]
    public void More_texts_than_successes_promise_nothing()
        => Assert.Equal(0, NoveltyBound.NovelShare(0.3, 0.2));

    [Theory]
    [InlineData(0, 0.1, 0.1, 10)]
    [InlineData(2, 0, 0.1, 10)]
    [InlineData(2, 1.1, 0.1, 10)]
    [InlineData(2, 0.1, double.NaN, 10)]
    [InlineData(2, 0.1, 0.1, double.PositiveInfinity)]
    public void What_is_out_of_range_is_refused(int skills, double skill, double topic, double texts)
        => Assert.Contains("is out of range", Assert.Throws<InputException>(() => NoveltyBound.Matching(skills, skill, topic, texts)).Message, StringComparison.Ordinal);

    [Theory, InlineData(0.0), InlineData(1.5), InlineData(-0.1)]
    public void A_success_rate_is_a_share(double rate)
        => Assert.Throws<InputException>(() => NoveltyBound.NovelShare(0.1, rate));
}
