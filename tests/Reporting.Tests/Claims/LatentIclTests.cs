using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentIclTests
{
    [Theory]
    [InlineData(-2.0, -1.9, -1.0, -0.9, VerdictKind.Holds)]
    [InlineData(-2.0, -1.9, -0.999, -0.9, VerdictKind.HoldsInPart)]
    [InlineData(-2.0, -1.9, -3.0, 0.0, VerdictKind.Fails)]
    [InlineData(-2.0, 0.0, -1.5, -1.4, VerdictKind.Fails)]
    [InlineData(-2.0, -1.9, 0.5, 0.6, VerdictKind.Fails)]
    public void One_language_is_judged_by_upper_ends_and_half_the_exact_rate(
        double exact, double exactHigh, double model, double modelHigh, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentIcl>(Language("a", exact, exactHigh, model, modelHigh)).Kind);

    [Fact]
    public void Models_that_improve_on_some_languages_hold_in_part()
    {
        var verdict = Judge<LatentIcl>([.. Language("fast", -2, -1.9, -1.8, -1.7), .. Language("flat", -2, -1.9, -0.1, 0.1)]);

        Assert.Equal(VerdictKind.HoldsInPart, verdict.Kind);
        Assert.Contains("on 1 of 2 languages, at half the exact rate or faster on 1; slowest in flat: ", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Languages_with_nothing_to_reduce_do_not_count()
    {
        var released = Number("latent.icl.model.slope.released", 0.5, 0.4, 0.6);

        Assert.Equal(VerdictKind.NotTestable, Judge<LatentIcl>(released).Kind);
        Assert.Equal(VerdictKind.Holds, Judge<LatentIcl>([released, .. Language("a", -2, -1.9, -1.8, -1.7)]).Kind);
    }

    [Theory]
    [InlineData(-1.0, VerdictKind.Holds)]
    [InlineData(-0.999, VerdictKind.HoldsInPart)]
    [InlineData(0.1, VerdictKind.HoldsInPart)]
    public void An_exact_fall_that_stops_after_the_first_example_is_not_exponential(double later, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentIcl>(Language("a", -2, -1.9, -1.8, -1.7, later)).Kind);

    private static IEnumerable<Number> Language(
        string name, double exact, double exactHigh, double model, double modelHigh, double? later = null) =>
    [
        Number($"latent.icl.oracle.slope.{name}", exact, (2 * exact) - exactHigh, exactHigh),
        Number($"latent.icl.oracle.later-slope.{name}", later ?? exact),
        Number($"latent.icl.model.slope.{name}", model, (2 * model) - modelHigh, modelHigh),
    ];
}
