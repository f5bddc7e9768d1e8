using Research.Pipeline.Graph;

namespace Research.Pipeline.Tests.Graph;

public sealed class FolderNamesTests
{
    [Theory]
    [InlineData("released e=0.02 · w96 · seed 3", "released-e=0.02-w96-seed-3")]
    [InlineData("a/b\\c:d", "a-b-c-d")]
    [InlineData("..", "job")]
    [InlineData("θ", "job")]
    public void A_name_becomes_one_that_every_file_system_takes(string name, string expected) =>
        Assert.Equal(expected, FolderNames.Of(name, new HashSet<string>()));

    [Fact]
    public void Names_with_the_same_form_are_numbered()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(["a-b", "A-b-2", "a-b-3"], new[] { "a b", "A/b", "a-b" }.Select(name => FolderNames.Of(name, taken)));
    }

    [Theory]
    [InlineData("Train", "train")]
    [InlineData("InContextSummary", "in-context-summary")]
    [InlineData("KLDivergence", "kl-divergence")]
    [InlineData("RunsSQL", "runs-sql")]
    [InlineData("Top1", "top1")]
    public void Names_of_targets_become_kebab_case(string name, string expected) => Assert.Equal(expected, FolderNames.KebabCase(name));
}
