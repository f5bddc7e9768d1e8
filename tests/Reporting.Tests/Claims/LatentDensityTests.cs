using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentDensityTests
{
    [Theory]
    [InlineData(0.97, 0.95, -0.8, 0.049, VerdictKind.Holds)]
    [InlineData(0.97, 0.9499, -0.8, 0.049, VerdictKind.HoldsInPart)]
    [InlineData(0.20, 0.10, -0.8, 0.001, VerdictKind.HoldsInPart)]
    [InlineData(0.99, 0.98, -0.8, 0.05, VerdictKind.Fails)]
    [InlineData(0.99, 0.98, 0.8, 0.001, VerdictKind.Fails)]
    public void One_language_is_judged_by_trend_and_lower_end(double closed, double low, double trend, double p, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentDensity>(Language("a", closed, low, trend, p)).Kind);

    [Fact]
    public void Without_an_interval_the_value_itself_must_reach_the_threshold()
        => Assert.Equal(VerdictKind.Holds, Judge<LatentDensity>(
            Number("latent.density.closed.a", 0.95), Number("latent.density.trend.a", -1), Number("latent.density.trend-p.a", 0.001)).Kind);

    [Fact]
    public void Every_language_must_pass_and_the_worst_is_named()
    {
        var part = Judge<LatentDensity>([.. Language("good", 0.99, 0.98, -1, 0.001), .. Language("short", 0.9, 0.89, -1, 0.001)]);
        var fails = Judge<LatentDensity>([.. Language("good", 0.99, 0.98, -1, 0.001), .. Language("flat", 0.99, 0.98, -0.1, 0.3)]);

        Assert.Equal(VerdictKind.HoldsInPart, part.Kind);
        Assert.Contains("on 1 of 2 languages; least on short: 90.0", part.Because.Replace("0.900", "90.0", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Fails, fails.Kind);
        Assert.StartsWith("The excess does not fall significantly on flat.", fails.Because, StringComparison.Ordinal);
    }

    private static IEnumerable<Number> Language(string name, double closed, double low, double trend, double p) =>
    [
        Number($"latent.density.closed.{name}", closed, low, (2 * closed) - low),
        Number($"latent.density.trend.{name}", trend),
        Number($"latent.density.trend-p.{name}", p),
    ];
}
