using Research.Reporting.Numbers;

namespace Research.Reporting.Claims;

/// <summary>A claim with its verdict.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">What its rule says.</param>
/// <param name="NumberIds">The numbers that the rule looked at, sorted.</param>
public sealed record JudgedClaim(Claim Claim, Verdict Verdict, IReadOnlyList<string> NumberIds)
{
    /// <summary>Judges a claim by the numbers of a run.</summary>
    /// <exception cref="Jobs.InputException">A number that the rule needs was not measured.</exception>
    public static JudgedClaim From(Claim claim, NumberSet numbers)
    {
        var evidence = new Evidence(claim.Id, numbers);
        var verdict = claim.Judge(evidence);
        return new JudgedClaim(claim, verdict, evidence.Used);
    }
}
