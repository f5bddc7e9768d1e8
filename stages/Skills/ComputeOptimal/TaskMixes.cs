using Research.Numerics;

namespace Research.Skills.ComputeOptimal;

/// <summary>The weights of the levels in a mix.</summary>
public static class TaskMixes
{
    /// <summary>q(l) for l = 1 to 100.</summary>
    public static double[] Weights(this TaskMix mix) =>
    [
        .. Enumerable.Range(1, SkillLevels.Levels).Select(level => mix == TaskMix.OneMode
            ? Binomial(level, 0.5)
            : 0.4 * Binomial(level, 0.2) + 0.4 * Binomial(level, 0.6) + 0.2 * Binomial(level, 0.95)),
    ];

    private static double Binomial(int level, double p) => Elementary.Exp(
        Elementary.LogGamma(SkillLevels.Levels + 1.0) - Elementary.LogGamma(level + 1.0) - Elementary.LogGamma(SkillLevels.Levels - level + 1.0)
        + level * Elementary.Log(p) + (SkillLevels.Levels - level) * Elementary.Log1p(-p));
}
