using Research.Pipeline.Parameters;

namespace Research.Pipeline.Tests.Parameters;

public sealed class NearestMatchTests
{
    [Theory]
    [InlineData("Trian", "Train")]
    [InlineData("train", "Train")]
    [InlineData("Corpra", "Corpora")]
    [InlineData("Reporting", "Report")]
    [InlineData("Xylophone", null)]
    public void The_nearest_name_is_found_unless_all_are_far_off(string text, string? expected) =>
        Assert.Equal(expected, NearestMatch.Of(text, ["Corpora", "Train", "Report"]));
}
