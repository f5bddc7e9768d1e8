using System.Text.RegularExpressions;

namespace Research.Reporting.Templates;

/// <summary>Marks in a rendered page for what is known only when the page is published.</summary>
internal static partial class LatePlaces
{
    /// <summary>The mark of a place.</summary>
    public static string Mark(string name) => $"<!--late:{name}-->";

    /// <summary>Replaces every mark by the HTML that belongs there.</summary>
    public static string Fill(string page, Func<string, string> html) => AnyMark().Replace(page, match => html(match.Groups[1].Value));

    [GeneratedRegex("<!--late:([a-z-]+)-->", RegexOptions.CultureInvariant)]
    private static partial Regex AnyMark();
}
