using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Skills.Bounds;

/// <summary>How frequent skills are: skill i has weight (i + 1)^-exponent (Zipf's law; 0: all alike).</summary>
public sealed class SkillMeasure
{
    private readonly double[] cumulated;

    /// <summary>The measure of so many skills.</summary>
    /// <param name="skills">N2, 1 to 65,536.</param>
    /// <param name="exponent">At least 0.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public SkillMeasure(int skills, double exponent)
    {
        Range.Between(skills, 1, ushort.MaxValue + 1, "skills of a graph");
        Range.NotNegative(exponent, "Zipf's exponent");
        var weights = new double[skills];
        for (var skill = 0; skill < skills; skill++) weights[skill] = Elementary.Pow(skill + 1, -exponent);
        var total = Moments.Sum(weights);
        cumulated = new double[skills];
        var below = 0.0;
        for (var skill = 0; skill < skills; skill++)
        {
            below += weights[skill];
            cumulated[skill] = below / total;
            weights[skill] /= total;
        }

        Weights = weights;
    }

    /// <summary>Probability of each skill, length N2; they sum to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Number of skills, N2.</summary>
    public int Skills => cumulated.Length;

    /// <summary>A skill, from one draw.</summary>
    internal ushort Draw(ref PhiloxStream draws)
    {
        var place = Array.BinarySearch(cumulated, draws.UniformDouble());
        if (place < 0) place = ~place;
        return (ushort)(place < Skills ? place : Skills - 1);
    }
}
