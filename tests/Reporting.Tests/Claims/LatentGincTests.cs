using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentGincTests
{
    private const double Rising = 0.049;
    private const double Flat = 0.05;

    [Theory]
    [InlineData(Rising, Rising, Flat, 0.5, VerdictKind.Holds)]
    [InlineData(Flat, Rising, Flat, 0.5, VerdictKind.HoldsInPart)]
    [InlineData(Rising, Flat, Flat, 0.5, VerdictKind.HoldsInPart)]
    [InlineData(Rising, Rising, Rising, 0.5, VerdictKind.HoldsInPart)]
    [InlineData(Rising, Rising, Flat, 0.51, VerdictKind.HoldsInPart)]
    [InlineData(Flat, Flat, Flat, 0.5, VerdictKind.HoldsInPart)]
    [InlineData(Flat, Flat, Rising, 0.5, VerdictKind.Fails)]
    [InlineData(Flat, Flat, Flat, 0.51, VerdictKind.Fails)]
    public void Each_of_the_three_parts_counts(double byExamples, double byLength, double unseen, double reachHigh, VerdictKind expected) =>
        Assert.Equal(expected, Judge<LatentGinc>(Numbers([.01, byExamples, .01, .01], [.01, .01, .01, byLength], [.9, .9, unseen, .9], reachHigh)).Kind);

    [Fact]
    public void What_was_measured_is_told()
    {
        var because = Judge<LatentGinc>(Numbers([.01, .2, .01, .01], [.01, .01, .01, .01], [.9, .9, .9, .01], 0.2)).Because;

        Assert.StartsWith(
            "Accuracy rises with the number of examples at 3 of 4 lengths, and with the length at 4 of 4 numbers of examples.", because);
        Assert.Contains("where it rises at 1 of 4 lengths", because, StringComparison.Ordinal);
    }

    [Theory, InlineData(3, 4), InlineData(4, 3)]
    public void Too_few_points_for_a_trend_are_not_testable(int lengths, int counts) => Assert.Equal(
        VerdictKind.NotTestable,
        Judge<LatentGinc>(Numbers([.. Enumerable.Repeat(.01, lengths)], [.. Enumerable.Repeat(.01, counts)], [.9], 0.1)).Kind);

    [Fact]
    public void The_rule_states_every_threshold()
    {
        var rule = new LatentGinc().Rule;
        Assert.All(["p < 0.05", "50 %", "fewer than 4 lengths or 4 numbers"], threshold => Assert.Contains(threshold, rule, StringComparison.Ordinal));
    }

    private static IEnumerable<Number> Numbers(double[] byExamples, double[] byLength, double[] unseen, double reachHigh) =>
    [
        .. byExamples.Select((p, i) => Number($"latent.ginc.examples-trend.seen-p.k{i}", p)),
        .. byLength.Select((p, i) => Number($"latent.ginc.length-trend.seen-p.n{i}", p)),
        .. unseen.Select((p, i) => Number($"latent.ginc.examples-trend.unseen-p.k{i}", p)),
        Number("latent.ginc.unseen-reach", reachHigh - 0.1, reachHigh - 0.2, reachHigh),
        Number("latent.ginc.model.seen.most", 0.8),
        Number("latent.ginc.model.unseen.most", 0.12),
        Number("latent.ginc.chance", 0.1),
    ];
}
