using Research.Numerics;

namespace Research.Skills.Learners;

/// <summary>What a learner that does not know a share q of the skills gets wrong (reference B3, derived here).</summary>
public static class LearnerErrors
{
    /// <summary>A fresh text of Poisson(c) skills contains an unknown one: 1 - e^(-c q).</summary>
    public static double Testing(double load, double unlearned) => -Elementary.Expm1(-load * unlearned);

    /// <summary>A fresh text of k skills contains an unknown one: 1 - (1 - q)^k.</summary>
    public static double TestingFixed(int size, double unlearned) => -Elementary.Expm1(size * Elementary.Log1p(-unlearned));

    /// <summary>
    /// A training text still contains an unknown skill: it needs D + 1 that no other text taught, 1 - P(Poisson(c q) ≤ D).
    /// </summary>
    public static double Training(int limit, double load, double unlearned) => 1 - SkillLearner.AtMost(limit, load * unlearned);

    /// <summary>The scaling law's asymptote of ln(testing error) for large ratios (reference B4): ln c - c R.</summary>
    public static double LogAsymptote(double load, double ratio) => Elementary.Log(load) - (load * ratio);
}
