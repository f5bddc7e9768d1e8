using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class MirageBrierTests
{
    [Theory]
    [InlineData(0.51, 0.8, 3, 3, VerdictKind.Holds)]
    [InlineData(0.50, 0.8, 3, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.51, 0.8, 2, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.51, 0.8, 0, 3, VerdictKind.Fails)]
    [InlineData(0.2, 0.49, 3, 3, VerdictKind.Fails)]
    [InlineData(0.2, 0.50, 3, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.51, 0.8, 0, 0, VerdictKind.NotTestable)]
    [InlineData(0.2, 0.49, 0, 0, VerdictKind.Fails)]
    public void Lower_scores_and_jumps_taken_away(double low, double high, int removed, int jumps, VerdictKind expected) =>
        Assert.Equal(expected, Judge<MirageBrier>([.. Source("score", low, high, removed, jumps)]).Kind);

    [Fact]
    public void Every_source_counts()
    {
        Assert.Equal(VerdictKind.Holds, Judge<MirageBrier>([.. Source("score", .6, .8, 2, 2), .. Source("imported", .6, .8, 2, 2)]).Kind);
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageBrier>([.. Source("score", .6, .8, 2, 2), .. Source("imported", .2, .4, 0, 2)]).Kind);
    }

    [Fact]
    public void Without_a_jump_there_is_nothing_to_take_away_and_the_other_source_alone_gives_no_full_verdict()
    {
        Assert.Contains("no jump under accuracy", Judge<MirageBrier>([.. Source("score", .51, .8, 0, 0)]).Because, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageBrier>([.. Source("score", .51, .8, 0, 0), .. Source("imported", .6, .8, 2, 2)]).Kind);
    }

    [Fact]
    public void Pairs_that_are_all_infinite_cannot_be_compared_and_the_reason_is_told()
    {
        Number[] infinite =
        [
            .. Source("score", .5, .5, 0, 0).Where(number => !number.Id.StartsWith("mirage.score.brier.", StringComparison.Ordinal)),
            new("mirage.score.brier.infinite", 9, "of pairs", null, null, 9),
        ];
        var verdict = Judge<MirageBrier>(infinite);

        Assert.Equal(VerdictKind.NotTestable, verdict.Kind);
        Assert.Contains("9 of 9 pairs have an infinite score", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_curves_of_a_trained_family_are_an_error_and_few_sizes_a_reason()
    {
        Assert.Throws<InputException>(() => Judge<MirageBrier>([Number("mirage.arithmetic.sizes", 6), .. Source("imported", .6, .8, 2, 2)]));
        Assert.Contains("has 3 sizes, fewer than 4", Judge<MirageBrier>([Number("mirage.arithmetic.sizes", 3)]).Because, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.NotTestable, Judge<MirageBrier>([]).Kind);
    }

    private static IEnumerable<Number> Source(string source, double low, double high, int removed, int jumps)
    {
        var id = $"mirage.{source}.brier";
        yield return source == "score" ? Number("mirage.arithmetic.sizes", 6) : new("mirage.imported.imported", 400, "of scores", null, null, 400);
        if (source == "score") yield return Number("mirage.score.scale.curves", 80);
        yield return new($"mirage.{source}.lost", 0, "of curves", null, null, 80);
        yield return new($"{id}.infinite", 4, "of pairs", null, null, 44);
        yield return new($"{id}.lower", (low + high) / 2, "share", low, high, 40);
        yield return new($"{id}.sharp", 4, "", null, null, 40);
        yield return new($"{id}.smooth", 3, "", null, null, 40);
        yield return new($"{id}.jumps", jumps, "of pairs", null, null, 40);
        yield return new($"{id}.smooth-jumps", jumps - removed, "of pairs", null, null, 40);
        if (jumps > 0) yield return new($"{id}.removed", removed, "of jumps", null, null, jumps);
    }
}
