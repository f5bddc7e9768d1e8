using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;

namespace Research.Skills.Hierarchy;

/// <summary>Density evolution of fine-tuning (reference B12, derived here; the paper's own set-up was not seen).</summary>
/// <param name="spec">The loads and ratios.</param>
public sealed class HierarchyTheory(HierarchySpec spec)
{
    /// <summary>q_b: share of basic skills that the foundation lacks.</summary>
    public double Foundation { get; } = new DensityEvolution(new SkillLearner(spec.Limit), spec.Load, spec.Ratio).Solve().Value;

    /// <summary>e^(-c_b q_b): share of domain texts without a missing basic skill.</summary>
    public double Usable => Elementary.Exp(-spec.BasicLoad * Foundation);

    private FoundationLearner Learner => new(new SkillLearner(spec.Limit), spec.BasicLoad * Foundation);

    /// <summary>q_d at a ratio of domain texts.</summary>
    public double Unlearned(double domainRatio) => new DensityEvolution(Learner, spec.DomainLoad, domainRatio).Solve().Value;

    /// <summary>
    /// R_d* with q just below and above: R*(c_d) e^(c_b q_b) for D = 1, by bisection otherwise. Null where there is none, or none
    /// up to ten times R*(c_d).
    /// </summary>
    public (double Ratio, double Below, double Above)? Threshold()
    {
        if (EmergenceThreshold.TryOf(spec.Limit, spec.DomainLoad) is not { } whole) return null;
        if (spec.Limit == 1) return (whole.Ratio / Usable, whole.UnlearnedBelow, whole.UnlearnedAbove);
        try
        {
            return ThresholdSearch.Bisect(Learner, spec.DomainLoad, 10 * whole.Ratio);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
