using Research.Reporting.Claims;
using Research.Reporting.Claims.Skills;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class SkillsScalingTests
{
    [Theory]
    [InlineData(1.8, 2.2, VerdictKind.Holds)]
    [InlineData(1.99, 1.41, VerdictKind.HoldsInPart)]
    [InlineData(1.41, 1.99, VerdictKind.HoldsInPart)]
    [InlineData(1.79, 2.21, VerdictKind.Fails)]
    public void It_asks_what_has_to_grow_tenfold(double both, double computation, VerdictKind expected)
        => Assert.Equal(expected, Judge<SkillsScaling>(Numbers(both, computation)).Kind);

    [Fact]
    public void Every_step_counts()
        => Assert.Equal(VerdictKind.Fails, Judge<SkillsScaling>([.. Numbers(2, 1.4), Number("skills.scaling.factor.both.2", 1.7)]).Kind);

    private static IEnumerable<Number> Numbers(double both, double computation) =>
    [
        Number("skills.scaling.factor.both.1", both), Number("skills.scaling.factor.computation.1", computation), Number("skills.scaling.factor.tokens.1", 1.4),
        Number("skills.scaling.exponent.both", 0.29),
    ];
}
