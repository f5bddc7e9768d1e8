namespace Research.Jobs.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "ac", 1)]
    [InlineData("Report", "report", 0)]
    [InlineData("", "abc", 3)]
    public void Distance_counts_edits(string first, string second, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(first, second));
        Assert.Equal(expected, NearestName.Distance(second, first));
    }

    [Fact]
    public void The_nearest_name_comes_first_and_strangers_not_at_all()
        => Assert.Equal(["report", "reports"], NearestName.Of("reprot", ["train", "reports", "report"]));

    [Fact]
    public void A_name_that_contains_the_given_one_is_near()
        => Assert.Equal(["latent.icl.slope.e0.04"], NearestName.Of("latent.icl", ["latent.icl.slope.e0.04", "mirage"]));
}
