using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentNewIntentionTests
{
    [Theory]
    [InlineData(0.1, 0, VerdictKind.Holds)]
    [InlineData(0.1, 0.01, VerdictKind.HoldsInPart)]
    [InlineData(0, -0.5, VerdictKind.Fails)]
    public void A_model_must_follow_the_known_mixture_and_gain_nothing(double apartLow, double nearerLow, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentNewIntention>([Languages(1), .. Case("new-rows.a", apartLow, nearerLow)]).Kind);

    [Fact]
    public void Following_in_some_cases_holds_in_part()
    {
        var verdict = Judge<LatentNewIntention>([Languages(1), .. Case("new-rows.a", 0.1, -1), .. Case("new-letters.a", -0.1, -1)]);

        Assert.Equal(VerdictKind.HoldsInPart, verdict.Kind);
        Assert.Contains("in 1 of 2 cases, least clearly in new-letters.a: ", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Combinations_do_not_count()
    {
        var combination = Case("combination.a", -1, 1);

        Assert.Equal(VerdictKind.Holds, Judge<LatentNewIntention>([Languages(1), .. combination, .. Case("new-rows.a", 0.1, -1)]).Kind);
    }

    [Fact]
    public void Without_an_ambiguous_language_there_is_nothing_to_test()
        => Assert.Equal(VerdictKind.NotTestable, Judge<LatentNewIntention>(Languages(0)).Kind);

    [Fact]
    public void The_rule_states_its_thresholds()
        => Assert.Contains("above 0", new LatentNewIntention().Rule, StringComparison.Ordinal);

    private static Number Languages(int count) => Number("latent.new-intention.languages", count);

    private static IEnumerable<Number> Case(string of, double apartLow, double nearerLow) =>
    [
        Number($"latent.new-intention.apart.{of}", apartLow + 0.2, apartLow, apartLow + 0.4),
        Number($"latent.new-intention.nearer.{of}", nearerLow + 0.2, nearerLow, nearerLow + 0.4),
    ];
}
