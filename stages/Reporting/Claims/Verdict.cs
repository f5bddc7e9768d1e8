namespace Research.Reporting.Claims;

/// <summary>A verdict on a claim, with what was measured in one or two sentences.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Because">The measured values that decide it, as a reader of the claims table sees them.</param>
public sealed record Verdict(VerdictKind Kind, string Because)
{
    /// <summary>The verdict as the report and <c>numbers.json</c> write it.</summary>
    public string Text => Kind switch
    {
        VerdictKind.Holds => "holds",
        VerdictKind.HoldsInPart => "holds in part",
        VerdictKind.Fails => "fails",
        _ => "not testable here",
    };

    /// <summary>A sign beside the text, so that the verdict does not rest on color.</summary>
    public string Symbol => Kind switch
    {
        VerdictKind.Holds => "✓",
        VerdictKind.HoldsInPart => "◐",
        VerdictKind.Fails => "✗",
        _ => "–",
    };

    /// <summary>The rule is met.</summary>
    public static Verdict Holds(string because) => new(VerdictKind.Holds, because);

    /// <summary>The rule is met in part.</summary>
    public static Verdict HoldsInPart(string because) => new(VerdictKind.HoldsInPart, because);

    /// <summary>The rule is not met.</summary>
    public static Verdict Fails(string because) => new(VerdictKind.Fails, because);

    /// <summary>There is nothing to test the claim with.</summary>
    public static Verdict NotTestable(string because) => new(VerdictKind.NotTestable, because);
}
