using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;

namespace Research.Skills.Classes;

/// <summary>
/// Density evolution of several classes of skills and texts (reference B13, derived here): a text of class j teaches a given
/// novel skill of class k with p_jk = P_suc(sum of c_jl q_l over l); q_k = exp(-sum of c_jk (M_j / N_k) p_jk over j).
/// </summary>
public sealed class ClassEvolution
{
    private const double Tolerance = 1e-14;
    private const int MostSteps = 1_000_000;

    private readonly ILearner learner;
    private readonly double[][] loads;
    private readonly double[][] exposures;

    /// <summary>Sets up a recursion.</summary>
    /// <param name="learner">The learner of every text.</param>
    /// <param name="loads">c_jk: mean skills of class k in a text of class j.</param>
    /// <param name="skills">N_k.</param>
    /// <param name="texts">M_j.</param>
    /// <exception cref="InputException">The sizes do not agree, or a value is out of range.</exception>
    public ClassEvolution(ILearner learner, IReadOnlyList<IReadOnlyList<double>> loads, IReadOnlyList<int> skills, IReadOnlyList<int> texts)
    {
        if (loads.Count != texts.Count || loads.Any(row => row.Count != skills.Count))
            throw new InputException("the loads are not one row for each text class and one column for each skill class", "classes", "Give a full table.");
        if (loads.Any(row => row.Any(load => !(load >= 0 && double.IsFinite(load)))) || skills.Any(count => count < 1) || texts.Any(count => count < 0))
            throw new InputException("a load or a number of texts is negative, or a class has no skill", "classes", "Correct it.");
        this.learner = learner;
        this.loads = [.. loads.Select(row => row.ToArray())];
        exposures = [.. loads.Select((row, j) => row.Select((load, k) => load * texts[j] / skills[k]).ToArray())];
        SkillClasses = skills.Count;
    }

    /// <summary>K.</summary>
    public int SkillClasses { get; }

    /// <summary>The next q of every class.</summary>
    public double[] Next(ReadOnlySpan<double> unlearned)
    {
        var exponents = new double[SkillClasses];
        for (var j = 0; j < loads.Length; j++)
        {
            var p = learner.Success(Novel(j, unlearned));
            for (var k = 0; k < exponents.Length; k++) exponents[k] += exposures[j][k] * p;
        }

        for (var k = 0; k < exponents.Length; k++) exponents[k] = Elementary.Exp(-exponents[k]);
        return exponents;
    }

    /// <summary>Where the recursion from q = 1 ends.</summary>
    public double[] Solve()
    {
        var q = new double[SkillClasses];
        Array.Fill(q, 1);
        for (var step = 0; step < MostSteps; step++)
        {
            var next = Next(q);
            var moved = 0.0;
            for (var k = 0; k < q.Length; k++) moved += Math.Abs(next[k] - q[k]);
            q = next;
            if (moved < Tolerance) break;
        }

        return q;
    }

    /// <summary>A fresh text of class j contains an unknown skill: 1 - exp(-sum of c_jk q_k over k).</summary>
    public double TestingError(int textClass, ReadOnlySpan<double> unlearned) => -Elementary.Expm1(-Novel(textClass, unlearned));

    private double Novel(int textClass, ReadOnlySpan<double> unlearned)
    {
        var sum = 0.0;
        for (var k = 0; k < unlearned.Length; k++) sum += loads[textClass][k] * unlearned[k];
        return sum;
    }
}
