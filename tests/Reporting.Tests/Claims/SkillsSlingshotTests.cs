using Research.Reporting.Claims;
using Research.Reporting.Claims.Skills;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class SkillsSlingshotTests
{
    [Theory]
    [InlineData(0, 0, VerdictKind.Holds)]
    [InlineData(1, 0, VerdictKind.Fails)]
    [InlineData(0, 1, VerdictKind.Fails)]
    public void One_graph_above_either_bound_refutes_it(int tuples, int scaled, VerdictKind expected)
        => Assert.Equal(expected, Judge<SkillsSlingshot>(Numbers(tuples, scaled)).Kind);

    [Fact]
    public void Sizes_are_told_in_order()
        => Assert.Contains("0.120 at k′ = 1, 0.0900 at k′ = 16; the bound is 0.165", Judge<SkillsSlingshot>(Numbers(0, 0)).Because, StringComparison.Ordinal);

    [Fact]
    public void Single_skills_alone_show_nothing()
        => Assert.Equal(VerdictKind.NotTestable, Judge<SkillsSlingshot>(Numbers(0, 0).Where(number => !number.Id.EndsWith("k16", StringComparison.Ordinal))).Kind);

    private static IEnumerable<Number> Numbers(int tuples, int scaled) =>
    [
        Count("violations.k1", 0), Count("violations.k16", tuples), Count("scaled-violations.k1", 0), Count("scaled-violations.k16", scaled),
        Number("skills.slingshot.scaled-failure.k1", 0.12), Number("skills.slingshot.scaled-failure.k16", 0.09),
        Number("skills.slingshot.single-bound.k1", 0.165), Number("skills.slingshot.single-bound.k16", 0.165),
    ];

    private static Number Count(string id, int above) => new($"skills.slingshot.{id}", above, "of graphs", null, null, 8);
}
