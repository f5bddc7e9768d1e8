using System.Globalization;
using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Scaling;

/// <summary>How large tuples of skills may be for the bound still to promise a competence on most of them.</summary>
/// <param name="SkillsOfText">k, at least 1.</param>
/// <param name="Alpha">Share of the tuples that is left out, in (0, 1).</param>
/// <param name="Competence">Competence on the others, in (0, 1).</param>
public sealed record TupleReach(int SkillsOfText, double Alpha, double Competence)
{
    /// <summary>The largest share of failed pieces at which the bound promises the competence: 1 - beta_min theta = competence.</summary>
    /// <exception cref="InputException">A quantity is out of range, or the bound promises it at no share.</exception>
    public double LargestTheta()
    {
        Range.Fraction(Competence, "competence");
        // The bound says something from some share of failures on; below, the competence that it promises falls as failures rise.
        for (var low = 1e-9; low < 0.5; low *= 2)
        {
            var bound = new CompetenceBound(low, SkillsOfText);
            if (bound.Exists(Alpha) && Promised(low) > Competence) return BracketedRoot.Find(theta => Promised(theta) - Competence, low, 1 - 1e-9);
        }

        throw new InputException(
            string.Create(
                CultureInfo.InvariantCulture, $"the bound promises a competence of {Competence} on all but {Alpha} of the tuples at no share of failed texts, with {SkillsOfText} skills in a text"),
            "competence", "Ask for less competence, a larger alpha or a larger k.");
    }

    /// <summary>k' as a real number: tuples of k' have theta' = k' theta failed pieces at most (union bound).</summary>
    /// <param name="theta">Share of failed texts, in (0, 1).</param>
    /// <exception cref="InputException">A quantity is out of range, or the bound promises the competence at no share.</exception>
    public double Of(double theta) => LargestTheta() / Range.Fraction(theta, "theta, the share of failed texts");

    private double Promised(double theta) => 1 - new CompetenceBound(theta, SkillsOfText).LeastBeta(Alpha) * theta;
}
