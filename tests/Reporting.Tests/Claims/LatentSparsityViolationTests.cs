using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentSparsityViolationTests
{
    [Theory]
    [InlineData(0.049, 0.049, 0.049, 0.049, VerdictKind.Holds)]
    [InlineData(0.05, 0.049, 0.049, 0.049, VerdictKind.HoldsInPart)]
    [InlineData(0.9, 0.9, 0.001, 0.001, VerdictKind.HoldsInPart)]
    [InlineData(0.9, 0.9, 0.9, 0.049, VerdictKind.HoldsInPart)]
    [InlineData(0.05, 0.05, 0.05, 0.05, VerdictKind.Fails)]
    public void All_four_correlations_must_rise(double exactKl, double modelKl, double exactLeft, double modelLeft, VerdictKind expected)
        => Assert.Equal(
            expected,
            Judge<LatentSparsityViolation>(
                [Language, .. Correlation("kl", "exact", exactKl), .. Correlation("kl", "model", modelKl),
                 .. Correlation("left", "exact", exactLeft), .. Correlation("left", "model", modelLeft)]).Kind);

    [Fact]
    public void Too_few_languages_or_none_are_not_testable()
    {
        string[] readers = ["exact", "model"];
        IEnumerable<Number> Both(string measure, int n) => readers.SelectMany(reader => Correlation(measure, reader, 0.01, n));

        Assert.Equal(VerdictKind.NotTestable, Judge<LatentSparsityViolation>(Language).Kind);
        Assert.Equal(VerdictKind.NotTestable, Judge<LatentSparsityViolation>([Language, .. Both("kl", 4)]).Kind);
        Assert.Equal(VerdictKind.NotTestable, Judge<LatentSparsityViolation>([Language, .. Both("kl", 4), .. Both("left", 3)]).Kind);
        Assert.Equal(VerdictKind.Holds, Judge<LatentSparsityViolation>([Language, .. Both("kl", 4), .. Both("left", 4)]).Kind);
    }

    [Fact]
    public void The_rule_states_its_thresholds()
    {
        Assert.Contains("p < 0.05", new LatentSparsityViolation().Rule, StringComparison.Ordinal);
        Assert.Contains("fewer than 4 points", new LatentSparsityViolation().Rule, StringComparison.Ordinal);
    }

    private static Number Language { get; } = Number("latent.sparsity-violation.epsilon.o0.5", 0.4);

    private static IEnumerable<Number> Correlation(string measure, string reader, double p, int n = 18) =>
    [
        Number($"latent.sparsity-violation.{measure}-correlation.{reader}", 0.7, n),
        Number($"latent.sparsity-violation.{measure}-correlation-p.{reader}", p, n),
    ];
}
