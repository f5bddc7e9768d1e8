namespace Research.Skills.Bounds;

/// <summary>Who chooses the texts that fail.</summary>
public enum Adversary
{
    /// <summary>Chance.</summary>
    Random,

    /// <summary>
    /// From a random set of skills, the worst texts for it, then the worst skills for these, and so on, until nothing
    /// grows. A lower limit of the worst.
    /// </summary>
    Greedy,

    /// <summary>The worst texts for each set of skills of that measure, or of any measure where skills differ in frequency: no one can do more.</summary>
    Exhaustive,
}
