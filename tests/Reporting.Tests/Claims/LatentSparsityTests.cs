using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentSparsityTests
{
    [Theory]
    [InlineData(0.95, 0.96, VerdictKind.Holds)]
    [InlineData(0.9499, 0.96, VerdictKind.HoldsInPart)]
    [InlineData(0.9499, 0.5, VerdictKind.Fails)]
    public void The_share_of_peaked_messages_decides_language_by_language(double lowA, double lowB, VerdictKind expected)
    {
        var verdict = Judge<LatentSparsity>(
            Number("latent.sparsity.peaked.a", 0.97, lowA, 0.99), Number("latent.sparsity.peaked.b", 0.97, lowB, 0.99));

        Assert.Equal(expected, verdict.Kind);
        Assert.Contains($"in {(lowA < lowB ? "a" : "b")}: ", verdict.Because, StringComparison.Ordinal);
    }
}
