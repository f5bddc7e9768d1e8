namespace Research.Reporting.Claims.Learners;

/// <summary>The claims of the theories of abstract learners.</summary>
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
        new LearnersPlateaus(),
    ];
}
