using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentUnderstandingTests
{
    [Theory]
    [InlineData(0, 0.95, 0.96, VerdictKind.Holds)]
    [InlineData(0, 0.9499, 0.96, VerdictKind.HoldsInPart)]
    [InlineData(0, 0.10, 0.20, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.99, 0.99, VerdictKind.Fails)]
    public void A_single_violation_of_the_exact_predictor_refutes_and_the_model_decides_the_rest(
        int violations, double lowA, double lowB, VerdictKind expected)
        => Assert.Equal(expected, Judge<LatentUnderstanding>([.. Language("a", 0, lowA), .. Language("b", violations, lowB)]).Kind);

    [Fact]
    public void The_measured_text_counts_prompts_and_names_the_worst_language()
    {
        var holds = Judge<LatentUnderstanding>([.. Language("a", 0, 0.96), .. Language("b", 0, 0.97)]);
        var fails = Judge<LatentUnderstanding>([.. Language("a", 3, 0.96), .. Language("b", 7, 0.97)]);

        Assert.Contains("(12,000 prompts)", holds.Because, StringComparison.Ordinal);
        Assert.Contains("least often in a: ", holds.Because, StringComparison.Ordinal);
        Assert.Equal("The exact predictor exceeds the bound in b: 7 of 6,000 prompts.", fails.Because);
    }

    private static IEnumerable<Number> Language(string name, int violations, double low) =>
    [
        new($"latent.understanding.oracle.violations.{name}", violations, "of prompts", null, null, 6000),
        Number($"latent.understanding.model.within.{name}", 0.99, low, 1),
    ];
}
