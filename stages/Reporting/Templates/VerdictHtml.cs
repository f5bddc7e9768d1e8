using Research.Reporting.Claims;

namespace Research.Reporting.Templates;

/// <summary>A verdict as HTML: a sign and a word; color comes third.</summary>
internal static class VerdictHtml
{
    public static string Of(Verdict verdict)
        => $"<span class=\"verdict {Class(verdict.Kind)}\">"
            + $"<span class=\"sign\" aria-hidden=\"true\">{verdict.Symbol}</span> {verdict.Text}</span>";

    private static string Class(VerdictKind kind) => kind switch
    {
        VerdictKind.Holds => "holds",
        VerdictKind.HoldsInPart => "in-part",
        VerdictKind.Fails => "fails",
        _ => "not-testable",
    };
}
