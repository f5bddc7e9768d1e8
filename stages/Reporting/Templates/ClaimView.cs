using Research.Reporting.Claims;

namespace Research.Reporting.Templates;

/// <summary>A claim as templates see it.</summary>
internal sealed record ClaimView(
    string Id,
    string Anchor,
    string Statement,
    string Source,
    string Address,
    string Rule,
    string Outcome,
    string Because,
    IReadOnlyList<string> Numbers)
{
    public static ClaimView Of(JudgedClaim judged)
    {
        var claim = judged.Claim;
        return new ClaimView(
            claim.Id,
            claim.Id.Replace('.', '-'),
            claim.Statement,
            claim.Source.ToString(),
            claim.Source.Paper.Address,
            claim.Rule,
            VerdictHtml.Of(judged.Verdict),
            judged.Verdict.Because,
            judged.NumberIds);
    }
}
