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
    [InlineData(0.51, 0.8, 0, 0, VerdictKind.HoldsInPart)]
    public void Lower_scores_and_jumps_taken_away(double low, double high, int removed, int jumps, VerdictKind expected) =>
        Assert.Equal(expected, Judge<MirageBrier>([.. Source("score", low, high, removed, jumps)]).Kind);

    [Fact]
    public void Every_source_counts()
    {
        Assert.Equal(VerdictKind.Holds, Judge<MirageBrier>([.. Source("score", .6, .8, 2, 2), .. Source("imported", .6, .8, 2, 2)]).Kind);
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageBrier>([.. Source("score", .6, .8, 2, 2), .. Source("imported", .2, .4, 0, 2)]).Kind);
    }

    [Fact]
    public void Without_pairs_there_is_nothing_to_judge() => Assert.Equal(VerdictKind.NotTestable, Judge<MirageBrier>([]).Kind);

    private static IEnumerable<Number> Source(string source, double low, double high, int removed, int jumps)
    {
        var id = $"mirage.{source}.brier";
        yield return new($"{id}.lower", (low + high) / 2, "share", low, high, 40);
        yield return new($"{id}.sharp", 4, "", null, null, 40);
        yield return new($"{id}.smooth", 3, "", null, null, 40);
        yield return new($"{id}.jumps", jumps, "of pairs", null, null, 40);
        yield return new($"{id}.smooth-jumps", jumps - removed, "of pairs", null, null, 40);
        if (jumps > 0) yield return new($"{id}.removed", removed, "of jumps", null, null, jumps);
    }
}
