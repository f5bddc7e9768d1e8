using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class MirageArithmeticTests
{
    private static readonly string[] Smooth = ["edit-distance", "log-likelihood", "brier"];

    [Theory]
    [InlineData(0.01, 0.6, 0.1, 0.01, VerdictKind.Holds)]
    [InlineData(0.01, 0.6, 0.11, 0.01, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 0.5, 0, 0.01, VerdictKind.Fails)]
    [InlineData(0, 0.6, 0, 0.01, VerdictKind.HoldsInPart)]
    [InlineData(0, 0.6, 0, 0, VerdictKind.Fails)]
    public void A_smooth_metric_takes_the_jump_away_by_a_smaller_step_and_score(double excess, double higher, double jumps, double lastExcess, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageArithmetic>(Numbers(6, 1, excess, higher, jumps, lastExcess)).Kind);

    [Fact]
    public void Infinite_scores_rank_neither_way_and_without_finite_ones_no_metric_takes_the_jump_away()
    {
        List<Number> allInfinite = [.. Numbers(6, 1, 0.1, 1, 0, 0.1).Where(number => !number.Id.Contains(".higher.", StringComparison.Ordinal))
            .Select(number => number.Id.Contains(".infinite.", StringComparison.Ordinal) ? number with { Value = number.N, Unit = "of cases" } : number)];

        var verdict = Judge<MirageArithmetic>(allInfinite);

        Assert.Equal(VerdictKind.Fails, verdict.Kind);
        Assert.Contains("no case that can be compared (10 of 10 cases have an infinite one)", verdict.Because, StringComparison.Ordinal);
        // Where some cases could be compared, the comparison must not get lost.
        Assert.Throws<InputException>(() => Judge<MirageArithmetic>(allInfinite.Select(number => number with { Value = Math.Min(number.Value, 9) })));
    }

    [Fact]
    public void A_jump_that_stays_under_smooth_metrics_is_said_in_words() =>
        Assert.Contains("Under 3 of 3 smooth metrics the jump stays", Judge<MirageArithmetic>(Numbers(6, 1, 0.1, 1, 0.2, 0.1)).Because, StringComparison.Ordinal);

    [Theory, InlineData(5, 3), InlineData(6, 0)]
    public void Few_sizes_or_nothing_learned_cannot_be_judged(int sizes, int abilities)
        => Assert.Equal(VerdictKind.NotTestable, Judge<MirageArithmetic>(Numbers(sizes, abilities, 0.1, 1, 0, 0.1)).Kind);

    [Theory]
    [InlineData(-0.1, 0.9, 0.9, -0.1, VerdictKind.Holds)]
    [InlineData(-0.1, 0.9, 0.9, 0.1, VerdictKind.HoldsInPart)]
    [InlineData(-0.1, 0.89, 0.9, -0.1, VerdictKind.HoldsInPart)]
    [InlineData(-0.1, 0.9, 0.89, -0.1, VerdictKind.HoldsInPart)]
    [InlineData(0, 0.9, 0.89, -0.1, VerdictKind.Fails)]
    public void Length_is_judged_by_lines_over_it_and_by_their_slope(double slopeHigh, double straight, double editStraight, double excessLow, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageLength>(new[] { "w1", "w2" }.SelectMany(model => new[]
        {
            Number($"mirage.length.slope.addition.{model}", -1, -2, slopeHigh), Number($"mirage.length.straight.addition.{model}", straight),
            Number($"mirage.length.edit-straight.addition.{model}", editStraight), Number($"mirage.length.excess.addition.{model}", 0.1, excessLow, 0.2),
        })).Kind);

    [Theory]
    [InlineData(0.1, 0.51, 0.9, VerdictKind.Holds)]
    [InlineData(0.1, 0.5, 0.9, VerdictKind.HoldsInPart)]
    [InlineData(0.1, 0.51, 0.89, VerdictKind.HoldsInPart)]
    [InlineData(0.1, 0.5, 0.89, VerdictKind.Fails)]
    [InlineData(0, 0, 0.9, VerdictKind.NotTestable)]
    public void Resolution_is_judged_where_tests_show_nothing(double unseen, double revealed, double within, VerdictKind expected)
    {
        var verdict = Judge<MirageResolution>(
            Number("mirage.resolution.unseen", unseen), Number("mirage.resolution.revealed", revealed), Number("mirage.resolution.above-chance", 1),
            Number("mirage.resolution.within-95", within), Number("mirage.resolution.curvature.addition.1", -1, -2, -0.1),
            Number("mirage.resolution.curvature.addition.2", 1, 0.1, 2), Number("mirage.resolution.curvature.addition.3", 0, -1, 1));

        Assert.Equal(expected, verdict.Kind);
        Assert.Contains("concave for 1 of 3 tasks and lengths, convex for 1, and not told from straight for 1", verdict.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 0.1, VerdictKind.Holds)]
    [InlineData(0.1, 0.2, VerdictKind.HoldsInPart)]
    [InlineData(0.2, 0.2, VerdictKind.Fails)]
    public void Loss_is_judged_by_the_errors_of_hinge_and_smooth_curve(double exact, double brier, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageLoss>(new[] { ("exact-match", exact), ("brier", brier) }.SelectMany(entry => new[]
        {
            Number($"mirage.loss.error.hinge.{entry.Item1}.addition.1", entry.Item2), Number($"mirage.loss.error.smooth.{entry.Item1}.addition.1", 0.2),
            Number($"mirage.loss.eta.{entry.Item1}.addition.1", 1.5, 1.4, 1.6),
        }).Prepend(Number("mirage.loss.fits", 2))).Kind);

    [Fact]
    public void No_ability_over_loss_is_not_judged() => Assert.Equal(VerdictKind.NotTestable, Judge<MirageLoss>(Number("mirage.loss.fits", 0)).Kind);

    [Theory]
    [InlineData(0.01, 0.01, 0.01, VerdictKind.Holds)]
    [InlineData(0, 0.01, 0.01, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 0, 0.01, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 0, 0, VerdictKind.Fails)]
    public void The_chain_is_judged_by_what_is_lost_at_the_options_and_at_accuracy(double choices, double accuracy, double otherAccuracy, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageChain>(
        [
            .. new[] { "log-probability", "probability", "choices", "brier", "accuracy" }.Select(link => Number($"mirage.chain.pearson.{link}", 0.5)),
            .. new[] { "pearson", "spearman", "kendall" }.SelectMany(kind => new[]
            {
                Number($"mirage.chain.lost.{kind}.choices", 0.1, choices, 0.2),
                Number($"mirage.chain.lost.{kind}.accuracy", 0.1, kind == "kendall" ? otherAccuracy : accuracy, 0.2),
            }),
        ]).Kind);

    private static IEnumerable<Number> Numbers(int sizes, int abilities, double excess, double higher, double jumps, double lastExcess) =>
    [
        Number("mirage.arithmetic.sizes", sizes), Number("mirage.arithmetic.abilities", abilities), Number("mirage.arithmetic.step.exact-match", 0.8),
        .. Smooth.SelectMany(metric => new[]
        {
            Number($"mirage.arithmetic.step.{metric}", 0.4), Number($"mirage.arithmetic.higher.{metric}", higher), Number($"mirage.arithmetic.jumps.{metric}", jumps),
            Number($"mirage.arithmetic.excess.{metric}", 0.4, metric == "brier" ? lastExcess : excess, 0.5), Number($"mirage.arithmetic.infinite.{metric}", 0),
        }),
    ];
}
