namespace Research.Reporting.Claims.Latent;

/// <summary>The claims of the latent space theory.</summary>
public static class LatentClaims
{
    /// <summary>The claims, in the order in which the report lists them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new LatentDensity(),
        new LatentSparsity(),
        new LatentUnderstanding(),
        new LatentIcl(),
        new LatentProductBound(),
        new LatentTuning(),
        new LatentSparsityViolation(),
        new LatentNewIntention(),
        new LatentScale(),
        new LatentGinc(),
        new LatentNatural(),
        new LatentCot(),
        new LatentCotCoverage(),
    ];
}
