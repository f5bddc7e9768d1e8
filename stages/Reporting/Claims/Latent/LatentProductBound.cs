using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, Proposition 1: the ambiguity of several messages is about the product of theirs. What multiplies is the
/// posterior odds, so the bound that is true is P / (1 + P) with P the product of eps / (1 - eps). Numbers, one for
/// each language:
/// <list type="table">
/// <item><term><c>latent.product-bound.epsilon.{language}</c></term><description>mean ambiguity eps(x) of one message;
/// interval over messages. 0 says that the language has nothing to multiply.</description></item>
/// <item><term><c>latent.product-bound.violations.{language}</c></term><description>of tuples: tuples of m = 2, 3, ...
/// messages of one intention whose exact joint ambiguity is above the product of theirs (relative margin 1e-9); n =
/// tuples.</description></item>
/// <item><term><c>latent.product-bound.odds-violations.{language}</c></term><description>of tuples: those above P / (1
/// + P), the same tuples and margin.</description></item>
/// </list>
/// </summary>
public sealed class LatentProductBound : Claim
{
    /// <inheritdoc />
    public override string Id => "latent.product-bound";

    /// <inheritdoc />
    public override string Statement =>
        "The ambiguity of several messages of one intention is about the product of their ambiguities: ε(x₁, …, xₘ) "
        + "≈ ε(x₁) ··· ε(xₘ).";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Proposition("1");

    /// <inheritdoc />
    public override string Rule =>
        "Fails if the exact joint ambiguity of any tuple exceeds the product (one counter-example refutes a bound); "
        + "else holds. The corrected bound P / (1 + P) with P = Π ε / (1 − ε), in which posterior odds multiply, is "
        + "counted beside it and must never be exceeded. Not testable without an ambiguous language.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var ambiguous = evidence
            .Family("latent.product-bound.epsilon.")
            .Where(entry => entry.Number.Value > 0)
            .Select(entry => entry.Of)
            .ToList();
        if (ambiguous.Count == 0) return Verdict.NotTestable("No language of this profile is ambiguous.");

        var product = ambiguous
            .Select(language => (Of: language, Number: evidence.Number($"latent.product-bound.violations.{language}")))
            .ToList();
        var odds = ambiguous.Select(language => evidence.Number($"latent.product-bound.odds-violations.{language}")).ToList();
        var corrected = $"The corrected bound is exceeded by {Total(odds)}.";
        if (odds.Exists(number => number.Value > 0))
            return Verdict.Fails($"{corrected} That bound is a theorem: the measurement is wrong.");

        var worst = product.MaxBy(entry => entry.Number.Value / entry.Number.N);
        return worst.Number.Value > 0
            ? Verdict.Fails(
                $"{Total(product.Select(entry => entry.Number).ToList())} exceed the product, most in {worst.Of}: "
                + $"{NumberText.Full(worst.Number)}. {corrected}")
            : Verdict.Holds($"None of {Tuples(odds):N0} tuples exceeds the product. {corrected}");
    }

    private static string Total(IReadOnlyList<Number> counts)
    {
        var exceeding = counts.Aggregate(0.0, (sum, number) => sum + number.Value);
        return $"{exceeding:N0} of {Tuples(counts):N0} tuples";
    }

    private static long Tuples(IEnumerable<Number> counts) => counts.Aggregate(0L, (sum, number) => sum + number.N);
}
