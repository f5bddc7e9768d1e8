namespace Research.Skills.ComputeOptimal;

/// <summary>How the levels of skills are computed.</summary>
public enum SkillLevelsVariant
{
    /// <summary>
    /// As in the authors' code: the factor of the prerequisites is set once, after the eleventh level, and the tail of the
    /// binomial distribution is the code's approximation.
    /// </summary>
    Code,

    /// <summary>The factor is that of each level; the tail is still the approximation.</summary>
    Prerequisites,

    /// <summary>The factor is that of each level, and the tail is exact (of the Poisson distribution, the limit).</summary>
    Exact,
}
