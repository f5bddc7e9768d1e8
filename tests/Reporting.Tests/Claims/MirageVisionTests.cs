using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class MirageVisionTests
{
    [Theory]
    [InlineData(0.11, 3, 0.11, 3, 0.11, 3, VerdictKind.Holds)]
    [InlineData(0.11, 3, 0.11, 2, 0.11, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.11, 3, 0.10, 3, 0.11, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.02, 3, 0.05, 3, 0.11, 0, VerdictKind.HoldsInPart)]
    [InlineData(0.02, 3, 0.05, 3, 0.1, 3, VerdictKind.Fails)]
    public void What_is_hidden_and_the_score_decide(
        double autoencoders, int aboveOne, double networks, int aboveTwo, double sequences, int aboveThree, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageVision>(
            [.. Family("autoencoder", autoencoders, aboveOne), .. Family("lenet", networks, aboveTwo), .. Family("sequences", sequences, aboveThree)]).Kind);

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 4)]
    public void Few_seeds_or_sizes_decide_nothing(int seeds, int sizes)
        => Assert.Equal(VerdictKind.NotTestable, Judge<MirageVision>(
            [.. Family("autoencoder", 0.5, seeds, seeds, sizes), .. Family("lenet", 0.5, 3), .. Family("sequences", 0.5, 3)]).Kind);

    private static IEnumerable<Number> Family(string family, double low, int above, int seeds = 3, int sizes = 8) =>
    [
        new($"mirage.vision.{family}.hidden.glyphs", low + 0.1, "share", low, low + 0.2, seeds),
        new($"mirage.vision.{family}.score-above.glyphs", above, "of seeds", null, null, seeds),
        new($"mirage.vision.{family}.step.smooth.glyphs", 0.3, "share", 0.2, 0.4, seeds),
        new($"mirage.vision.{family}.step.sharp.glyphs", 0.5, "share", 0.4, 0.6, seeds),
        new($"mirage.vision.{family}.sizes.glyphs", sizes, "sizes", null, null, seeds),
    ];
}
