using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Learners;

/// <summary>Poisson degrees: other edges are distributed as all edges.</summary>
public sealed record PoissonDegrees : IDegrees
{
    /// <summary>Degrees of a mean.</summary>
    /// <exception cref="InputException">The mean is not above 0.</exception>
    public PoissonDegrees(double mean)
    {
        if (!(mean > 0 && double.IsFinite(mean)))
            throw new InputException($"a mean of {mean}", "degree distribution", "A mean degree is above 0.");
        Mean = mean;
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Excess => Mean;

    /// <inheritdoc/>
    public double Node(double x) => Elementary.Exp(-Mean * (1 - x));

    /// <inheritdoc/>
    public double Edge(double x) => Node(x);

    /// <inheritdoc/>
    public double NodeAtMost(int marked, double q) => SkillLearner.AtMost(marked, Mean * q);

    /// <inheritdoc/>
    public double EdgeAtMost(int marked, double q) => NodeAtMost(marked, q);
}
