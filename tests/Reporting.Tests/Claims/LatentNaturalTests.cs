using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentNaturalTests
{
    [Theory]
    [InlineData(0.0499, 0.501, 0.95, VerdictKind.Holds)]
    [InlineData(0.0499, 0.5, 0.95, VerdictKind.HoldsInPart)]
    [InlineData(0.0499, 0.501, 0.9499, VerdictKind.HoldsInPart)]
    [InlineData(0.0499, 0.5, 0.9499, VerdictKind.Fails)]
    [InlineData(0.05, 0.501, 0.95, VerdictKind.Fails)]
    public void Trend_peaks_and_their_accuracy_decide_by_their_lower_ends(double p, double peaked, double accuracy, VerdictKind expected)
    {
        var verdict = Judge<LatentNatural>([.. Lengths(peaked), Number("latent.natural.trend-p", p), Accuracy(accuracy)]);

        Assert.Equal(expected, verdict.Kind);
        Assert.Contains("after 1 to ", verdict.Because, StringComparison.Ordinal);
        Assert.Contains("after 64 characters", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_peaked_text_or_a_trend_nothing_is_in_its_favor()
        => Assert.Equal(VerdictKind.Fails, Judge<LatentNatural>(Lengths(0)).Kind);

    [Fact]
    public void Without_labelled_text_it_is_not_testable_and_says_how_to_supply_one()
    {
        var verdict = Judge<LatentNatural>();

        Assert.Equal(VerdictKind.NotTestable, verdict.Kind);
        Assert.Contains("--labelled-text <file>", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supplied_text_that_was_not_measured_is_an_error()
        => Assert.Throws<InputException>(() => Judge<LatentNatural>(Number("latent.natural.labels", 2)));

    [Fact]
    public void The_rule_states_every_threshold()
        => Assert.All(["p < 0.05", "more than half", "at least 95 %", "above 0.99"], text => Assert.Contains(text, new LatentNatural().Rule, StringComparison.Ordinal));

    private static IEnumerable<Number> Lengths(double peaked) =>
    [
        Number("latent.natural.labels", 2),
        Number("latent.natural.epsilon.001", 0.5, 0.4, 0.6), Number("latent.natural.epsilon.064", 0.1, 0.05, 0.15),
        Number("latent.natural.peaked.001", 0, 0, 0.1), Number("latent.natural.peaked.064", 0.6, peaked, 0.7),
    ];

    private static Number Accuracy(double low) => Number("latent.natural.peaked-accuracy", 0.97, low, 0.99);
}
