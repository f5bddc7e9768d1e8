using Research.Reporting.Claims;
using Research.Reporting.Numbers;

namespace Research.Reporting.Templates;

/// <summary>What the page's template sees.</summary>
internal sealed class PageView(string title, string profile, string style, IReadOnlyList<JudgedClaim> claims, NumberSet numbers)
{
    /// <summary>What the page is about.</summary>
    public string Title => title;

    public string Profile => profile;

    public string Style => style;

    public IReadOnlyList<ClaimView> Claims { get; } = claims.Select(ClaimView.Of).ToList();

    public IReadOnlyList<NumberView> Numbers { get; } = numbers.All.Select(NumberView.Of).ToList();

    /// <summary><c>5 claims: 2 hold, 1 holds in part, 2 fail</c>.</summary>
    public string Summary { get; } = ClaimSummary.Of(claims);
}
