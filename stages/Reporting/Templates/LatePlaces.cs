using System.Text;

namespace Research.Reporting.Templates;

/// <summary>Marks in a rendered page for what is known only when the page is published.</summary>
internal static class LatePlaces
{
    private const string Start = "<!--late:";
    private const string End = "-->";

    /// <summary>The mark of a place.</summary>
    public static string Mark(string name) => Start + name + End;

    /// <summary>Replaces every mark by the HTML that belongs there.</summary>
    public static string Fill(string page, Func<string, string> html)
    {
        var filled = new StringBuilder(page.Length + 4096);
        var done = 0;
        while (page.IndexOf(Start, done, StringComparison.Ordinal) is var mark and >= 0)
        {
            var name = mark + Start.Length;
            var end = page.IndexOf(End, name, StringComparison.Ordinal);
            filled.Append(page, done, mark - done).Append(html(page[name..end]));
            done = end + End.Length;
        }

        return filled.Append(page, done, page.Length - done).ToString();
    }
}
