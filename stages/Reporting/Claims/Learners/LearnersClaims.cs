namespace Research.Reporting.Claims.Learners;

/// <summary>The claims of the theories that read learning as decoding on a graph of skills and texts.</summary>
public static class LearnersClaims
{
    /// <summary>The claims, in the order in which the report lists them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new LearnersEvolution(),
        new LearnersThreshold(),
        new LearnersScaling(),
        new LearnersAssociation(),
        new LearnersHierarchy(),
        new LearnersClasses(),
        new LearnersCompression(),
    ];
}
