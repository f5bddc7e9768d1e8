using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentScaleTests
{
    [Theory]
    [InlineData(8, 0.0099, VerdictKind.Holds)]
    [InlineData(7, 0.0001, VerdictKind.NotTestable)]
    [InlineData(36, 0.01, VerdictKind.Fails)]
    public void It_takes_models_and_a_rank_correlation(int models, double p, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentScale>(Grid(models: models, p: p)).Kind);

    [Theory, InlineData(0), InlineData(1)]
    public void With_fewer_break_points_it_holds_in_part(int breaks)
    {
        var verdict = Judge<LatentScale>(Grid(breaks: breaks).Where(number => !number.Id.StartsWith("latent.scale.break.", StringComparison.Ordinal)));

        Assert.Equal(VerdictKind.HoldsInPart, verdict.Kind);
        Assert.Contains($"Break points of ability over ln(gap): {breaks}, not 2.", verdict.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2, 0.4, 0.2, VerdictKind.Holds)]
    [InlineData(-0.2, 0.4, -0.2, VerdictKind.Holds)]
    [InlineData(0.21, 0.4, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(0.0, 0.4, 0.21, VerdictKind.HoldsInPart)]
    [InlineData(-0.21, 0.4, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(0.0, 0.4, -0.21, VerdictKind.HoldsInPart)]
    [InlineData(0.0, 0.04, 0.0, VerdictKind.HoldsInPart)]
    [InlineData(-0.01, -0.4, -0.01, VerdictKind.HoldsInPart)]
    public void Outer_stages_are_at_most_half_as_steep_as_a_middle_that_rises(
        double before, double middle, double after, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentScale>(Grid(before: before, middle: middle, after: after)).Kind);

    [Theory]
    [InlineData(0.001, -0.001, VerdictKind.Holds)]
    [InlineData(0.0, -0.001, VerdictKind.HoldsInPart)]
    [InlineData(0.001, 0.0, VerdictKind.HoldsInPart)]
    public void The_middle_is_steeper_than_both_others_beyond_doubt(double firstLow, double secondHigh, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentScale>(Grid(firstLow: firstLow, secondHigh: secondHigh)).Kind);

    [Theory]
    [InlineData(0.0, 0.25, 0.75, 1.0, VerdictKind.Holds)]
    [InlineData(0.0, 0.26, 0.75, 1.0, VerdictKind.HoldsInPart)]
    [InlineData(-0.2, 0.25, 0.5, 0.8, VerdictKind.HoldsInPart)]
    public void Half_of_the_rise_lies_in_the_middle(double start, double first, double second, double end, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentScale>(Grid(corners: [start, first, second, end])).Kind);

    [Fact]
    public void The_rule_states_every_threshold()
        => Assert.All(["p below 0.01", "two break points", "at most half", "at least half of the whole rise", "fewer than 8 models"], words => Assert.Contains(words, new LatentScale().Rule, StringComparison.Ordinal));

    private static IEnumerable<Number> Grid(
        int models = 36, double p = 0.001, int breaks = 2, double before = 0, double middle = 0.4, double after = 0,
        double firstLow = 0.1, double secondHigh = -0.1, double[]? corners = null) =>
    [
        new("latent.scale.models", models, "models", null, null, models),
        Number("latent.scale.ability.correlation", -0.9),
        Number("latent.scale.ability.correlation-p", p),
        Number("latent.scale.breaks", breaks),
        Number("latent.scale.break.1", 0.25, 0.24, 0.26),
        Number("latent.scale.break.2", 0.05, 0.04, 0.06),
        Number("latent.scale.slope.1", before, before - 0.05, before + 0.05),
        Number("latent.scale.slope.2", middle, middle - 0.05, middle + 0.05),
        Number("latent.scale.slope.3", after, after - 0.05, after + 0.05),
        Number("latent.scale.turn.1", firstLow + 0.1, firstLow, firstLow + 0.2),
        Number("latent.scale.turn.2", secondHigh - 0.1, secondHigh - 0.2, secondHigh),
        .. (corners ?? [0, 0.05, 0.9, 0.95]).Select((ability, k) => Number($"latent.scale.corner.ability.{k}", ability)),
    ];
}
