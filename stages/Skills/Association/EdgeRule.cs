namespace Research.Skills.Association;

/// <summary>Which learned skills are associated.</summary>
public enum EdgeRule
{
    /// <summary>A: two learned skills that stand in one training text.</summary>
    SharedText,

    /// <summary>B: the same, through texts all of whose skills are learned.</summary>
    LearnedText,

    /// <summary>
    /// S: two skills that stand in one training text, each skill kept by a coin, independently of everything: as many as
    /// are learned, but not those.
    /// </summary>
    RandomSkills,
}
