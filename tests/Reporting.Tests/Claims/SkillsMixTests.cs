using Research.Reporting.Claims;
using Research.Reporting.Claims.Skills;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class SkillsMixTests
{
    [Theory]
    [InlineData(0.34, 0.99, 0, 0, VerdictKind.Holds)]
    [InlineData(0.34, 0.99, 0, 1, VerdictKind.HoldsInPart)]
    [InlineData(0.34, 0.99, 1, 0, VerdictKind.Fails)]
    [InlineData(0.33, 0.99, 0, 0, VerdictKind.Fails)]
    [InlineData(0.99, 0.33, 0, 0, VerdictKind.Fails)]
    public void It_takes_both_shares_and_a_bound_that_no_corpus_exceeds(double five, double six, int independent, int uneven, VerdictKind expected)
        => Assert.Equal(expected, Judge<SkillsMix>(Numbers(five, six, independent, uneven)).Kind);

    [Fact]
    public void The_counter_example_is_told_with_what_was_allowed()
        => Assert.Contains("hold 0.999 of the combinations, the bound allows 0.500", Judge<SkillsMix>(Numbers(0.4, 0.9, 0, 3)).Because, StringComparison.Ordinal);

    private static IEnumerable<Number> Numbers(double five, double six, int independent, int uneven) =>
    [
        Number("skills.mix.novel.k5", five), Number("skills.mix.novel.k6", six),
        new("skills.mix.violations.independent", independent, "of corpora", null, null, 10),
        new("skills.mix.violations.uneven", uneven, "of corpora", null, null, 10),
        Number("skills.mix.seen.uneven", 0.999), Number("skills.mix.bound.uneven", 0.5),
    ];
}
