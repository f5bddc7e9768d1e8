using System.Globalization;
using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>
/// What a small share of failed texts implies for skills (Arora &amp; Goyal 2023, Theorem 8; Theorem 14 for tuples of skills
/// and for any measure on them): whichever texts fail, at most the share alpha of the skills have more than the share
/// beta theta of their edges into failed texts.
/// </summary>
/// <param name="Theta">theta, share of texts that fail, in (0, 1).</param>
/// <param name="SkillsOfText">k, skills that a text needs, at least 1.</param>
/// <param name="SkillsPerText">Skills over texts, N2 / N1, at least 0; the paper's condition is the limit 0.</param>
public sealed record CompetenceBound(double Theta, int SkillsOfText, double SkillsPerText = 0)
{
    /// <summary>Refuses a bound that makes no sense.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public CompetenceBound Validate()
    {
        Range.Fraction(Theta, "theta, the share of failed texts");
        Range.Between(SkillsOfText, 1, 1_000_000, "k, the skills of a text");
        Range.NotNegative(SkillsPerText, "skills per text");
        return this;
    }

    /// <summary>
    /// The left-hand side of the condition as printed, H(theta) + k theta (H(beta alpha) - beta alpha ln(1 / alpha) -
    /// (1 - beta alpha) ln(1 / (1 - alpha))), in nats, plus the entropy of the skills, (N2 / N1) H(alpha), which the
    /// paper's limit leaves out. The bound holds where it is negative.
    /// </summary>
    /// <param name="alpha">Share of the skills, in (0, 1).</param>
    /// <param name="beta">Factor, above 1 and at most 1 / alpha.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double Condition(double alpha, double beta)
    {
        Validate();
        Range.Fraction(alpha, "alpha, the share of skills");
        if (!(beta > 1 && beta * alpha <= 1))
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{beta} is out of range: beta is above 1 and at most 1 / alpha"),
                "beta", "Give a value in that range.");
        }

        var x = beta * alpha;
        var bracket = Information.Entropy(x) + x * Elementary.Log(alpha) + (1 - x) * Elementary.Log(1 - alpha);
        return Information.Entropy(Theta) + SkillsPerText * Information.Entropy(alpha) + SkillsOfText * Theta * bracket;
    }

    /// <summary>
    /// The largest share of skills of which the bound says anything: exp(-H(theta) / (k theta)) in the paper's limit. At
    /// N2 / N1 above 0 the root of ln(1 / alpha) k theta = H(theta) + (N2 / N1) H(alpha).
    /// </summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double LargestAlpha()
    {
        Validate();
        var limit = Elementary.Exp(-Information.Entropy(Theta) / (SkillsOfText * Theta));
        if (SkillsPerText == 0) return limit;
        // What is needed beyond ln(1 / alpha) is concave in alpha, below 0 near 0 and not below 0 at the paper's limit: it has one root there.
        return BracketedRoot.Find(alpha => Needed(alpha) + Elementary.Log(alpha), double.Epsilon, limit);
    }

    /// <summary>Whether the bound says anything of that share of skills.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public bool Exists(double alpha)
    {
        Validate();
        Range.Fraction(alpha, "alpha, the share of skills");
        return Needed(alpha) <= -Elementary.Log(alpha);
    }

    /// <summary>
    /// beta_min(alpha): the least factor for which the condition holds. x = beta alpha solves KL(x || alpha) = (H(theta) +
    /// (N2 / N1) H(alpha)) / (k theta) in (alpha, 1].
    /// </summary>
    /// <param name="alpha">Share of the skills, in (0, 1).</param>
    /// <exception cref="InputException">A quantity is out of range, or there is no such factor.</exception>
    public double LeastBeta(double alpha) => Exists(alpha)
        ? BracketedRoot.Find(x => Information.Divergence(x, alpha) - Needed(alpha), alpha, 1) / alpha
        : throw new InputException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"no beta satisfies the condition at alpha = {alpha}: with theta = {Theta}, k = {SkillsOfText} and {SkillsPerText} skills per text it says nothing of a share of skills above {LargestAlpha():G6}"),
            "alpha", "Ask for a smaller alpha, a smaller theta or a larger k.");

    /// <summary>Least competence on all but the share alpha of the skills: 1 - beta_min theta, at least 0.</summary>
    /// <exception cref="InputException">A quantity is out of range, or there is no such factor.</exception>
    public double Competence(double alpha)
    {
        var competence = 1 - LeastBeta(alpha) * Theta;
        return competence > 0 ? competence : 0;
    }

    /// <summary>The divergence that the union bound asks for.</summary>
    private double Needed(double alpha) =>
        (Information.Entropy(Theta) + SkillsPerText * Information.Entropy(alpha)) / (SkillsOfText * Theta);
}
