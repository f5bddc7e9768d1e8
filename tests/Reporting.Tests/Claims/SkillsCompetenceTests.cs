using Research.Reporting.Claims;
using Research.Reporting.Claims.Skills;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class SkillsCompetenceTests
{
    [Theory]
    [InlineData(0, 0, VerdictKind.Holds)]
    [InlineData(1, 0, VerdictKind.Fails)]
    [InlineData(0, 1, VerdictKind.Fails)]
    public void One_set_above_the_bound_refutes_it_whoever_found_it(int exhaustive, int greedy, VerdictKind expected)
        => Assert.Equal(expected, Judge<SkillsCompetence>(Numbers(exhaustive, greedy, 0.8)).Kind);

    [Theory]
    [InlineData(0.899, "It is not tight: the worst reaches 0.7 to 0.899 of it")]
    [InlineData(0.9, "It is tight: the worst reaches 0.7 to 0.9 of it")]
    public void How_tight_it_is_is_said(double reached, string words)
        => Assert.Contains(words, Judge<SkillsCompetence>(Numbers(0, 0, reached)).Because, StringComparison.Ordinal);

    [Fact]
    public void Sets_are_counted_over_all_adversaries()
        => Assert.Contains("2 of 240 sets exceed the bound, 1 of 120 sets where all", Judge<SkillsCompetence>(Numbers(1, 1, 0.8)).Because, StringComparison.Ordinal);

    private static IEnumerable<Number> Numbers(int exhaustive, int greedy, double reached) =>
    [
        new("skills.competence.violations.exhaustive", exhaustive, "of sets", null, null, 120),
        new("skills.competence.violations.greedy", greedy, "of sets", null, null, 120),
        Number("skills.competence.ratio-to-bound.exhaustive.a", reached),
        Number("skills.competence.ratio-to-bound.exhaustive.b", 0.7),
        Number("skills.competence.ratio-to-exact.exhaustive.a", 1.01),
    ];
}
