namespace Research.Reporting.Claims;

/// <summary>What a claim came to.</summary>
public enum VerdictKind
{
    /// <summary>The rule is met.</summary>
    Holds,

    /// <summary>The rule is met for some of what the claim covers, or short of its full strength.</summary>
    HoldsInPart,

    /// <summary>The rule is not met.</summary>
    Fails,

    /// <summary>This profile or installation has nothing to test the claim with.</summary>
    NotTestable,
}
