using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class MirageScoreTests
{
    [Theory]
    [InlineData(5, 4, 1, VerdictKind.Holds)]
    [InlineData(6, 5, 1, VerdictKind.HoldsInPart)]
    [InlineData(5, 2, 3, VerdictKind.HoldsInPart)]
    [InlineData(6, 3, 3, VerdictKind.Fails)]
    public void Few_jumps_and_more_among_sharp_curves(int jumps, int sharp, int smooth, VerdictKind expected) =>
        Assert.Equal(expected, Judge<MirageScore>([.. Source("score", jumps, sharp, smooth)]).Kind);

    [Fact]
    public void Without_a_jump_nothing_is_said_of_which_metrics_jump()
    {
        var verdict = Judge<MirageScore>([.. Source("score", 0, 0, 0)]);

        Assert.Equal(VerdictKind.NotTestable, verdict.Kind);
        Assert.Contains("None jumps", verdict.Because, StringComparison.Ordinal);
        Assert.Contains("2 of 42 curves have an infinite score and 1 of 42 are flat", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_source_counts()
    {
        Assert.Equal(VerdictKind.Holds, Judge<MirageScore>([.. Source("score", 5, 4, 1), .. Source("imported", 5, 4, 1)]).Kind);
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageScore>([.. Source("score", 5, 4, 1), .. Source("imported", 6, 3, 3)]).Kind);
        Assert.Equal(VerdictKind.Fails, Judge<MirageScore>([.. Source("imported", 6, 3, 3)]).Kind);
    }

    [Fact]
    public void A_source_that_cannot_be_judged_is_told_and_leaves_no_full_verdict()
    {
        var verdict = Judge<MirageScore>([.. Source("score", 0, 0, 0), .. Source("imported", 5, 4, 1)]);

        Assert.Equal(VerdictKind.HoldsInPart, verdict.Kind);
        Assert.Contains("Our own models: 0 of 39 curves jump", verdict.Because, StringComparison.Ordinal);
        // Supplied training curves only: nothing over model scale.
        var lone = Judge<MirageScore>([.. Source("score", 5, 4, 1), .. Source("imported", 5, 4, 1).Where(number => !number.Id.Contains(".scale.", StringComparison.Ordinal))]);
        Assert.Equal(VerdictKind.HoldsInPart, lone.Kind);
        Assert.Contains("The supplied scores: no curve over model scale.", lone.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_that_are_all_flags_cannot_be_judged_and_the_reason_is_told()
    {
        var flags = Source("score", 0, 0, 0).Where(number => !number.Id.Contains("jumps", StringComparison.Ordinal));
        var verdict = Judge<MirageScore>([.. flags]);

        Assert.Equal(VerdictKind.NotTestable, verdict.Kind);
        Assert.Contains("no curve has a score that is a number", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_curves_of_a_trained_family_are_an_error_whatever_else_there_is()
    {
        var sizes = Number("mirage.arithmetic.sizes", 6);

        var none = Assert.Throws<InputException>(() => Judge<MirageScore>([sizes, .. Source("imported", 5, 4, 1)]));
        Assert.Contains("mirage.score.scale.curves", none.What, StringComparison.Ordinal);
        var some = Assert.Throws<InputException>(
            () => Judge<MirageScore>([.. Source("score", 5, 4, 1).Select(number => number.Id == "mirage.score.lost" ? number with { Value = 3 } : number)]));
        Assert.Contains("3 of 45 curves of the trained family are missing", some.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_of_few_sizes_has_nothing_to_judge_and_the_reason_is_told()
    {
        Assert.Equal(VerdictKind.NotTestable, Judge<MirageScore>([]).Kind);
        Assert.Contains("has 3 sizes, fewer than 4", Judge<MirageScore>([Number("mirage.arithmetic.sizes", 3)]).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Supplied_curves_that_were_left_out_are_told() =>
        Assert.Contains(
            "(3 of 45 curves were left out",
            Judge<MirageScore>([.. Source("imported", 5, 4, 1).Select(number => number.Id == "mirage.imported.lost" ? number with { Value = 3 } : number)]).Because,
            StringComparison.Ordinal);

    [Fact]
    public void A_table_without_smooth_metrics_cannot_meet_both() =>
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageScore>([.. Source("imported", 5, 5, 0).Where(number => !number.Id.EndsWith("smooth", StringComparison.Ordinal))]).Kind);

    private static IEnumerable<Number> Source(string source, int jumps, int sharp, int smooth) =>
    [
        source == "score" ? Number("mirage.arithmetic.sizes", 6) : new("mirage.imported.imported", 400, "of scores", null, null, 400),
        new($"mirage.{source}.lost", 0, "of curves", null, null, 45),
        new($"mirage.{source}.scale.curves", 42, "curves", null, null, 42),
        new($"mirage.{source}.scale.flat", 1, "of curves", null, null, 42),
        new($"mirage.{source}.scale.infinite", 2, "of curves", null, null, 42),
        new($"mirage.{source}.scale.jumps", jumps, "of curves", null, null, 39),
        new($"mirage.{source}.scale.jumps-sharp", sharp, "of curves", null, null, 19),
        new($"mirage.{source}.scale.jumps-smooth", smooth, "of curves", null, null, 19),
    ];
}
