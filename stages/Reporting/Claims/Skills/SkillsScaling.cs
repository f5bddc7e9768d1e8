using System.Globalization;
using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Skills;

/// <summary>
/// Arora &amp; Goyal 2023, Takeaway 1: one order of scaling up doubles the number of skills that are combined with the same
/// competence. Numbers:
/// <list type="table">
/// <item><term><c>skills.scaling.factor.{what}.{step}</c></term><description>growth of the largest tuple in that step; <c>both</c>:
/// parameters and tokens grow tenfold each, <c>computation</c>: their product does, <c>tokens</c>: tokens alone do.</description></item>
/// <item><term><c>skills.scaling.exponent.{what}</c></term><description>slope of the logarithm of the largest tuple over the
/// logarithm of that scale.</description></item>
/// </list>
/// </summary>
public sealed class SkillsScaling : Claim
{
    private const double Least = 1.8;
    private const double Most = 2.2;

    /// <inheritdoc />
    public override string Id => "skills.scaling";

    /// <inheritdoc />
    public override string Statement =>
        "Scaling up by about one order of magnitude doubles the number k′ of skills that a model combines with the same competence.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Arora2023, "Takeaway 1");

    /// <inheritdoc />
    public override string Rule =>
        "By the published scaling law of losses and the paper's bound. Holds if the largest tuple with a fixed competence grows by 1.8 to 2.2 in every tenfold growth both of parameters and tokens "
        + "(each) and of their product, the computation. In part if only one of the two does so, which tells what has to grow by one order. Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var both = Factors(evidence, "both");
        var computation = Factors(evidence, "computation");
        var tokens = Factors(evidence, "tokens");
        var measured =
            $"k′ grows by {Range(both)} where parameters and tokens each grow tenfold (exponent {NumberText.Value(evidence.Number("skills.scaling.exponent.both"))}), by "
            + $"{Range(computation)} where the computation does, by {Range(tokens)} where tokens alone do.";
        var (first, second) = (both.TrueForAll(Doubles), computation.TrueForAll(Doubles));
        return first && second ? Verdict.Holds(measured) : first || second ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static List<double> Factors(Evidence evidence, string what) =>
        [.. evidence.Family($"skills.scaling.factor.{what}.").Select(entry => entry.Number.Value)];

    private static bool Doubles(double factor) => factor is >= Least and <= Most;

    private static string Range(List<double> factors) => string.Create(CultureInfo.InvariantCulture, $"{factors.Min():0.00} to {factors.Max():0.00}");
}
