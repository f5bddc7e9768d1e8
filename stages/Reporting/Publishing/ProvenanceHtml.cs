using System.Globalization;
using System.Text;
using Research.Jobs;
using Research.Reporting.Templates;

namespace Research.Reporting.Publishing;

/// <summary>
/// The parts of the page that <c>{{late "..."}}</c> leaves open: <c>commit</c>, <c>machine</c>, <c>versions</c>,
/// <c>targets</c> and <c>graph</c>.
/// </summary>
internal static class ProvenanceHtml
{
    private static readonly string[] Parts = ["commit", "graph", "machine", "targets", "versions"];

    /// <summary>The HTML of a part.</summary>
    /// <exception cref="InputException">There is no such part.</exception>
    public static string Of(string part, Provenance provenance) => part switch
    {
        "commit" => provenance.Commit.Length == 0 ? "unknown" : Html.Encode(provenance.Commit),
        "machine" => Facts(provenance.Machine),
        "versions" => Facts(provenance.Versions),
        "graph" => provenance.JobGraphSvg,
        "targets" => Targets(provenance.Targets),
        _ => throw new InputException(
            $"there is no {{{{late \"{part}\"}}}}", "report templates", NearestName.Suggestion(part, Parts)),
    };

    private static string Facts(IReadOnlyList<(string Name, string Value)> facts)
        => string.Concat(facts.Select(
            fact => $"<div><dt>{Html.Encode(fact.Name)}</dt><dd>{Html.Encode(fact.Value)}</dd></div>"));

    private static string Targets(IReadOnlyList<TargetTime> targets)
    {
        var rows = new StringBuilder();
        foreach (var target in targets)
        {
            rows.Append($"<tr><th scope=\"row\">{Html.Encode(target.Target)}</th>")
                .Append(Cell(Whole(target.Jobs)))
                .Append(Cell(Whole(target.Cached)))
                .Append(Cell(Duration(target.Seconds)))
                .Append(Cell(target.PeakMegabytes is { } peak ? $"{Whole(peak)} MB" : "–"))
                .Append("</tr>\n");
        }

        return rows.ToString();
    }

    private static string Cell(string text) => $"<td class=\"quantity\">{text}</td>";

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(double seconds)
    {
        if (seconds < 10) return seconds.ToString("0.0 s", CultureInfo.InvariantCulture);
        var whole = (long)Math.Round(seconds);
        if (whole < 60) return $"{whole} s";
        return whole < 3600 ? $"{whole / 60} min {whole % 60:00} s" : $"{whole / 3600} h {whole / 60 % 60:00} min";
    }
}
