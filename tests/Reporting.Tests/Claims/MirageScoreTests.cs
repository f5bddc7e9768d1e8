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
    [InlineData(0, 0, 0, VerdictKind.Fails)]
    [InlineData(5, 2, 3, VerdictKind.HoldsInPart)]
    [InlineData(6, 3, 3, VerdictKind.Fails)]
    public void Few_jumps_and_more_among_sharp_curves(int jumps, int sharp, int smooth, VerdictKind expected) =>
        Assert.Equal(expected, Judge<MirageScore>([.. Source("score", jumps, sharp, smooth)]).Kind);

    [Fact]
    public void Every_source_counts()
    {
        Assert.Equal(VerdictKind.Holds, Judge<MirageScore>([.. Source("score", 5, 4, 1), .. Source("imported", 5, 4, 1)]).Kind);
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageScore>([.. Source("score", 5, 4, 1), .. Source("imported", 6, 3, 3)]).Kind);
        Assert.Equal(VerdictKind.Fails, Judge<MirageScore>([.. Source("imported", 6, 3, 3)]).Kind);
    }

    [Fact]
    public void Without_curves_there_is_nothing_to_judge() => Assert.Equal(VerdictKind.NotTestable, Judge<MirageScore>([]).Kind);

    [Fact]
    public void A_table_without_smooth_metrics_cannot_meet_both() =>
        Assert.Equal(VerdictKind.HoldsInPart, Judge<MirageScore>([.. Source("imported", 5, 5, 0).Where(number => !number.Id.EndsWith("smooth", StringComparison.Ordinal))]).Kind);

    private static IEnumerable<Number> Source(string source, int jumps, int sharp, int smooth) =>
    [
        new($"mirage.{source}.scale.jumps", jumps, "of curves", null, null, 39),
        new($"mirage.{source}.scale.jumps-holm", 0, "of curves", null, null, 39),
        new($"mirage.{source}.scale.jumps-sharp", sharp, "of curves", null, null, 19),
        new($"mirage.{source}.scale.jumps-smooth", smooth, "of curves", null, null, 19),
        new($"mirage.{source}.scale.infinite", 0, "of curves", null, null, 39),
    ];
}
