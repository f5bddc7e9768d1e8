namespace Research.Reporting.Claims;

/// <summary>How the claims came out, in a line.</summary>
public static class ClaimSummary
{
    /// <summary><c>5 claims: 2 hold, 1 holds in part, 2 fail</c>.</summary>
    public static string Of(IReadOnlyList<JudgedClaim> claims)
    {
        var counts = claims
            .GroupBy(judged => judged.Verdict.Kind)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Verb(group.Key, group.Count() > 1)}");
        return $"{claims.Count} {(claims.Count == 1 ? "claim" : "claims")}: {string.Join(", ", counts)}";
    }

    private static string Verb(VerdictKind kind, bool several) => kind switch
    {
        VerdictKind.Holds => several ? "hold" : "holds",
        VerdictKind.HoldsInPart => several ? "hold in part" : "holds in part",
        VerdictKind.Fails => several ? "fail" : "fails",
        _ => "not testable here",
    };
}
