using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;

namespace Research.Reporting.Tests.Claims;

public class LatentProductBoundTests
{
    [Theory]
    [InlineData(0.1, 0, 0, VerdictKind.Holds)]
    [InlineData(0.1, 1, 0, VerdictKind.Fails)]
    [InlineData(0.1, 5, 1, VerdictKind.Fails)]
    [InlineData(0.0, 0, 0, VerdictKind.NotTestable)]
    public void One_counter_example_refutes_the_product(double epsilon, int product, int odds, VerdictKind expected)
        => Assert.Equal(expected, ClaimTest.Judge<LatentProductBound>(Language("a", epsilon, product, odds)).Kind);

    [Fact]
    public void Both_bounds_are_counted_over_the_ambiguous_languages()
    {
        var verdict = ClaimTest.Judge<LatentProductBound>(
            [.. Language("a", 0.1, 12, 0), .. Language("b", 0.2, 30, 0), .. Language("clear", 0, 0, 0)]);

        Assert.Equal(
            "42 of 2,000 tuples exceed the product, most in b: 30 of 1,000 tuples. The corrected bound is exceeded by 0 of 2,000 tuples.",
            verdict.Because);
    }

    [Fact]
    public void A_violated_theorem_is_said_to_be_a_wrong_measurement()
        => Assert.Contains("the measurement is wrong", ClaimTest.Judge<LatentProductBound>(Language("a", 0.1, 5, 1)).Because, StringComparison.Ordinal);

    private static IEnumerable<Number> Language(string name, double epsilon, int product, int odds) =>
    [
        ClaimTest.Number($"latent.product-bound.epsilon.{name}", epsilon),
        new($"latent.product-bound.violations.{name}", product, "of tuples", null, null, 1000),
        new($"latent.product-bound.odds-violations.{name}", odds, "of tuples", null, null, 1000),
    ];
}
