using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Learners;

/// <summary>
/// The D-skill learner: it learns all novel skills of a text if there are at most D (1-skill learner: only a sole one).
/// </summary>
public sealed record SkillLearner : ILearner
{
    /// <summary>The largest D: factorials up to it are doubles.</summary>
    public const int LargestLimit = 150;

    /// <summary>The learner of a limit.</summary>
    /// <param name="limit">D, at least 1.</param>
    /// <exception cref="InputException">D is out of range.</exception>
    public SkillLearner(int limit)
    {
        if (limit is < 1 or > LargestLimit)
            throw new InputException($"a learner of {limit} skills at a time", "abstract learner", $"D lies in 1..{LargestLimit}.");
        Limit = limit;
    }

    /// <summary>D.</summary>
    public int Limit { get; }

    /// <summary>
    /// P_D(load) = e^-load times the sum of load^t / t! over t from 0 to D - 1 (reference B1, derived): at most D - 1 others.
    /// </summary>
    public double Success(double load) => AtMost(Limit - 1, load);

    /// <summary>P(K ≤ k) of a Poisson number K.</summary>
    /// <param name="k">Any; 0 below 0.</param>
    /// <param name="mean">At least 0.</param>
    public static double AtMost(int k, double mean)
    {
        if (k < 0) return 0;
        double term = 1, sum = 1;
        for (var t = 1; t <= k; t++)
        {
            term *= mean / t;
            sum += term;
        }

        return sum * Elementary.Exp(-mean);
    }
}
