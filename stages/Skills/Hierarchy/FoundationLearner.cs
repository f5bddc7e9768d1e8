using Research.Skills.Learners;

namespace Research.Skills.Hierarchy;

/// <summary>
/// A learner of texts that also contain skills of a foundation, which it cannot learn any more: those that the foundation
/// lacks are among the novel ones of every text.
/// </summary>
/// <param name="Learner">The learner.</param>
/// <param name="Missing">Mean number of foundation skills of a text that the foundation lacks, c_b q_b.</param>
public sealed record FoundationLearner(ILearner Learner, double Missing) : ILearner
{
    /// <summary>
    /// P_suc(c_b q_b + load) (reference B12; for D = 1, e^(-c_b q_b) of the texts are usable at all). Derived here.
    /// </summary>
    public double Success(double load) => Learner.Success(Missing + load);
}
