namespace Research.Reporting.Claims.Skills;

/// <summary>The claims of the theory of complex skills.</summary>
public static class SkillsClaims
{
    /// <summary>The claims, in the order in which the report lists them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new SkillsCompetence(),
        new SkillsSlingshot(),
        new SkillsScaling(),
        new SkillsMix(),
        new SkillsLearned(),
    ];
}
