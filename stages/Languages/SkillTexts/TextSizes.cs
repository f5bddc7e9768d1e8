namespace Research.Languages.SkillTexts;

/// <summary>How many skills a text needs.</summary>
public enum TextSizes
{
    /// <summary>
    /// A Poisson number with a given mean, drawn again while it is above the longest that is allowed; a text of no skill is not written.
    /// </summary>
    Poisson,

    /// <summary>Always the same number.</summary>
    Fixed,
}
