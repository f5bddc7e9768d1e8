using Research.Reporting.Claims.Latent;
using Research.Reporting.Claims.Learners;
using Research.Reporting.Claims.Mirage;
using Research.Reporting.Claims.Skills;

namespace Research.Reporting.Claims;

/// <summary>All claims of the report, in the order in which it lists them.</summary>
public static class ClaimCatalog
{
    /// <summary>The claims.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        .. LatentClaims.All,
        .. SkillsClaims.All,
        .. LearnersClaims.All,
        .. MirageClaims.All,
    ];
}
