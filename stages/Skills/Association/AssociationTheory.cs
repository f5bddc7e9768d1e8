using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Skills.Learners;

namespace Research.Skills.Association;

/// <summary>
/// The giant component of associated skills of a 1-skill learner (reference B9 to B11, all derived here). A skill that was
/// learned stands in more texts than one that was not, so its neighbors are not as those of a skill picked by a coin: the
/// branching has two types, skills that another text taught (1) and skills that only the text taught through which they are
/// reached (0). Independent sites know one type.
/// </summary>
/// <param name="Rule">Which skills are associated.</param>
/// <param name="Load">c.</param>
/// <param name="Ratio">R.</param>
/// <param name="Unlearned">q at the fixed point.</param>
public sealed record AssociationTheory(EdgeRule Rule, double Load, double Ratio, double Unlearned)
{
    private const int Steps = 100_000;

    private double Learned => 1 - Unlearned;

    // p: a text teaches a given novel skill.
    private double Teaches => Elementary.Exp(-Load * Unlearned);

    // Of the texts that teach a given novel skill no more, those with exactly one other unknown.
    private double OneUnknown
    {
        get
        {
            var x = Load * Unlearned;
            return x == 0 ? 1 : x / Elementary.Expm1(x);
        }
    }

    /// <summary>The theory at density evolution's fixed point.</summary>
    /// <exception cref="InputException">The load or the ratio is out of range.</exception>
    public static AssociationTheory Of(EdgeRule rule, double load, double ratio) =>
        new(rule, load, ratio, new DensityEvolution(new SkillLearner(1), load, ratio).Solve().Value);

    /// <summary>Independent sites on graphs of any degrees: φ (L''(1)/L'(1)) (T''(1)/T'(1)); above 1 there is a giant component.</summary>
    public static double SiteGrowth(double kept, IDegrees textsOfSkill, IDegrees skillsOfText) =>
        kept * textsOfSkill.Excess * skillsOfText.Excess;

    /// <summary>Mean growth of the branching, its largest eigenvalue; above 1 there is a giant component.</summary>
    public double Growth
    {
        get
        {
            var (c, q, p, scale) = (Load, Unlearned, Teaches, Load * Load * Ratio);
            if (Rule == EdgeRule.RandomSkills) return scale * Learned;
            if (Rule == EdgeRule.SharedText)
                return scale * Eigenvalue(1 - q + (p * q), p * q, (1 - p) * (1 - q), p * q);
            var single = c * Ratio * (1 - p) * OneUnknown;
            return Eigenvalue((scale * p) + (single * c * (1 - q)), single, single * c * (1 - q), single);
        }
    }

    /// <summary>Share of all skills in the giant component; 0 where there is none.</summary>
    public double Size => Growth <= 1 ? 0 : Rule == EdgeRule.RandomSkills ? SiteSize() : TwoTypeSize();

    /// <summary>The ratio from which there is a giant component.</summary>
    /// <exception cref="InputException">The load is out of range, or there is none up to a ratio of 1,000.</exception>
    public static double Onset(EdgeRule rule, double load)
    {
        var most = 0.01;
        while (Of(rule, load, most).Growth < 1)
        {
            most *= 1.25;
            if (most > 1000)
                throw new InputException($"no giant component at a load of {load}", "association graph", "Raise the load.");
        }

        return Bisection.Solve(ratio => Of(rule, load, ratio).Growth, 1, most / 1.25, most);
    }

    private double SiteSize()
    {
        double u = 0, kept = Learned;
        for (var step = 0; step < Steps; step++)
        {
            var next = Elementary.Exp(-Load * kept * -Elementary.Expm1(-Load * Ratio * (1 - u)));
            if (next - u < 1e-15) break;
            u = next;
        }

        return kept * -Elementary.Expm1(-Load * Ratio * (1 - u));
    }

    /// <summary>
    /// u0, u1: a skill of that type leads to finitely many others. a, b: a text of the skill that did not, or did, teach it
    /// leads to finitely many.
    /// </summary>
    private double TwoTypeSize()
    {
        double u0 = 0, u1 = 0, p = Teaches, exposure = Load * Ratio, single = OneUnknown;
        for (var step = 0; step < Steps; step++)
        {
            var f = Elementary.Exp(-Load * Learned * (1 - u1));
            var a = Rule == EdgeRule.SharedText ? f * (1 - (single * (1 - u0))) : (single * f * u0) + (1 - single);
            var next0 = Elementary.Exp(-exposure * (1 - p) * (1 - a));
            var next1 = next0 * Elementary.Expm1(exposure * p * f) / Elementary.Expm1(exposure * p);
            var moved = Math.Abs(next0 - u0) + Math.Abs(next1 - u1);
            (u0, u1) = (next0, next1);
            if (moved < 1e-15) break;
        }

        return Learned * (1 - u1);
    }

    /// <summary>The larger eigenvalue of [[a, b], [c, d]] with b c at least 0.</summary>
    private static double Eigenvalue(double a, double b, double c, double d)
    {
        var half = 0.5 * (a - d);
        return (0.5 * (a + d)) + Math.Sqrt((half * half) + (b * c));
    }
}
