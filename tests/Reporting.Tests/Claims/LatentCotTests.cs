using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentCotTests
{
    [Theory]
    [InlineData(0.1, 0.1, 0.1, 0.1, VerdictKind.Holds)]
    [InlineData(0.1, 0.1, 0.1, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(0.1, 0.1, -0.1, 0.1, VerdictKind.HoldsInPart)]
    [InlineData(0.1, 0.0, 0.1, 0.1, VerdictKind.Fails)]
    [InlineData(0.0, 0.1, 0.1, 0.1, VerdictKind.Fails)]
    public void One_language_is_judged_by_the_lower_ends_of_gains_and_slopes(
        double given, double own, double givenSlope, double ownSlope, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentCot>(Language("line", given, own, givenSlope, ownSlope)).Kind);

    [Fact]
    public void Steps_that_help_in_some_languages_hold_in_part()
    {
        var verdict = Judge<LatentCot>([.. Language("line", .1, .1, .1, .1), .. Language("tree", .1, -.2, .1, .1)]);

        Assert.Equal(VerdictKind.HoldsInPart, verdict.Kind);
        Assert.Contains("Steps help in 1 of 2 languages; least in tree, free: ", verdict.Because, StringComparison.Ordinal);
        Assert.Contains("grows with the number of steps in 2; ", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_help_everywhere_and_grow_in_some_languages_hold_in_part()
        => Assert.Equal(VerdictKind.HoldsInPart, Judge<LatentCot>([.. Language("line", .1, .1, .1, .1), .. Language("tree", .1, .1, -.1, .1)]).Kind);

    [Fact]
    public void Models_that_have_not_learned_single_steps_are_not_judged()
    {
        var verdict = Judge<LatentCot>([.. Language("line", .1, .1, .1, .1), .. Language("tree", -.1, -.1, -.1, -.1, neighbors: 0.11)]);

        Assert.Equal(VerdictKind.Holds, verdict.Kind);
        Assert.EndsWith("In 1 more the models have not learned single steps.", verdict.Because, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.NotTestable, Judge<LatentCot>(Language("tree", .1, .1, .1, .1, neighbors: 0.11)).Kind);
    }

    private static IEnumerable<Number> Language(
        string name, double given, double own, double givenSlope, double ownSlope, double neighbors = 0.1) =>
    [
        Number($"latent.cot.neighbors.{name}", neighbors),
        Lower($"latent.cot.gain.scaffolded.{name}", given),
        Lower($"latent.cot.gain.free.{name}", own),
        Lower($"latent.cot.trend.scaffolded.{name}", givenSlope),
        Lower($"latent.cot.trend.free.{name}", ownSlope),
    ];

    private static Number Lower(string id, double low) => Number(id, low + .5, low, low + 1);
}
