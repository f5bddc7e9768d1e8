using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Learners;

/// <summary>
/// Density evolution of a Poisson learner on the random graph in which a text has Poisson(c) skills and a skill Poisson(cR)
/// texts (reference B2, derived here): q = 1; p = P_suc(c q); q = exp(-c R p). q is the probability that a skill is not
/// learned, p that a text teaches a given novel skill.
/// </summary>
public sealed record DensityEvolution
{
    /// <summary>Sets up a recursion.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="load">c: mean skills of a text; above 0.</param>
    /// <param name="ratio">R: texts for each skill; at least 0.</param>
    /// <exception cref="InputException">The load or the ratio is out of range.</exception>
    public DensityEvolution(ILearner learner, double load, double ratio)
    {
        if (!(load > 0 && double.IsFinite(load)))
            throw new InputException($"a load of {load} skills in a text", "density evolution", "A load is above 0.");
        if (!(ratio >= 0 && double.IsFinite(ratio)))
            throw new InputException($"a ratio of {ratio} texts for each skill", "density evolution", "A ratio is at least 0.");
        (Learner, Load, Ratio) = (learner, load, ratio);
    }

    /// <summary>The learner.</summary>
    public ILearner Learner { get; }

    /// <summary>c.</summary>
    public double Load { get; }

    /// <summary>R.</summary>
    public double Ratio { get; }

    /// <summary>The next q.</summary>
    public double Next(double unlearned) => Elementary.Exp(-Load * Ratio * Learner.Success(Load * unlearned));

    /// <summary>q after rounds 0, 1, ..., rounds: what synchronous rounds of the learner follow.</summary>
    /// <param name="rounds">The last round.</param>
    /// <param name="start">q before the first: 1 without knowledge, less with a foundation.</param>
    public double[] Trajectory(int rounds, double start = 1)
    {
        var q = new double[rounds + 1];
        q[0] = start;
        for (var i = 1; i <= rounds; i++) q[i] = Next(q[i - 1]);
        return q;
    }

    /// <summary>Where the recursion ends.</summary>
    /// <param name="start">Where it begins: 1 without knowledge, less with a foundation.</param>
    /// <returns>
    /// The nearest fixed point below a start that the recursion lowers, or above one that it raises, to about 1e-12.
    /// </returns>
    /// <exception cref="InputException">The start is not a probability.</exception>
    public FixedPoint Solve(double start = 1) => Iteration.Solve(Next, start);
}
