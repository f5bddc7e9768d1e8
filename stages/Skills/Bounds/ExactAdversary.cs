using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>
/// The most that failed texts can do to a fixed share of the skills when texts are many more than skills (derived here, not
/// in Arora &amp; Goyal 2023): of the number of edges of a text into these skills, Bin(k, alpha), the failed texts take the
/// largest values. Their mean number over theta k alpha is beta_exact; it is never above beta_min.
/// </summary>
public static class ExactAdversary
{
    /// <summary>beta_exact = (sum over the top share theta of Bin(k, alpha)) / (theta k alpha).</summary>
    /// <param name="theta">Share of texts that fail, in (0, 1).</param>
    /// <param name="skillsOfText">k, at least 1.</param>
    /// <param name="alpha">Measure of the skills, in (0, 1).</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static double Beta(double theta, int skillsOfText, double alpha)
    {
        Range.Fraction(theta, "theta, the share of failed texts");
        Range.Between(skillsOfText, 1, 1_000_000, "k, the skills of a text");
        Range.Fraction(alpha, "alpha, the share of skills");
        var (left, sum) = (theta, 0.0);
        for (var edges = skillsOfText; edges > 0 && left > 0; edges--)
        {
            var mass = Probability(skillsOfText, edges, alpha);
            if (mass > left) mass = left;
            sum += edges * mass;
            left -= mass;
        }

        return sum / (theta * skillsOfText * alpha);
    }

    private static double Probability(int k, int edges, double alpha) => Elementary.Exp(
        Elementary.LogGamma(k + 1.0) - Elementary.LogGamma(edges + 1.0) - Elementary.LogGamma(k - edges + 1.0)
        + edges * Elementary.Log(alpha) + (k - edges) * Elementary.Log1p(-alpha));
}
