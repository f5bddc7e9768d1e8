namespace Research.Reporting.Claims.Mirage;

/// <summary>The claims about the metric's part in emergence.</summary>
public static class MirageClaims
{
    /// <summary>The claims, in the order in which the report lists them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new MirageToy(),
        new MirageArithmetic(),
        new MirageLength(),
        new MirageResolution(),
        new MirageLoss(),
        new MirageChain(),
        new MirageScore(),
        new MirageBrier(),
        new MirageVision(),
    ];
}
