using System.Globalization;
using System.Net;
using System.Text;

namespace Research.Pipeline.Plan;

/// <summary>The page that <c>--plan</c> writes: the graph, and the same as a table.</summary>
internal static class PlanPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
        figure { margin: 1.5rem 0; overflow-x: auto; }
        figcaption { font-size: .9rem; opacity: .8; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #8884; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        """;

    /// <summary>A complete HTML document without any reference to the outside.</summary>
    /// <param name="profile">Name of the profile.</param>
    /// <param name="targets">Dependencies first.</param>
    public static string Format(string profile, IReadOnlyList<PlanTarget> targets)
    {
        var jobs = targets.Where(target => !target.Target.IsVerb).Sum(target => target.Target.Jobs.Count);
        var cached = targets.Sum(target => target.Cached);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Plan of the {WebUtility.HtmlEncode(profile)} profile</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>Plan of the {WebUtility.HtmlEncode(profile)} profile</h1>
            <p>{targets.Count} targets with {jobs} jobs: {cached} cached, {jobs - cached} to run.</p>
            <figure>
            {GraphSvg.Draw(targets)}<figcaption>Lines go down from what is needed to what needs it. The bar shows how
            much of a target is cached; dashed boxes are verbs, dashed lines only set the order. Point at a box, or
            reach it with the Tab key, to see what it needs and what needs it.</figcaption>
            </figure>
            <h2>Targets</h2>
            <table>
            <thead><tr><th scope="col">Target</th><th scope="col">What it does</th><th scope="col">Needs</th>
            <th scope="col" class="number">Jobs</th><th scope="col" class="number">Cached</th>
            <th scope="col" class="number">To run</th></tr></thead>
            <tbody>

            """);
        foreach (var target in targets)
            page.Append(Row(target));
        return page.Append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static string Row(PlanTarget target)
    {
        var jobs = target.Target.Jobs.Count;
        string[] counts = target.Target.IsVerb
            ? ["", "", ""]
            : [$"{jobs}", $"{target.Cached}", $"{jobs - target.Cached}"];
        return $"<tr><th scope=\"row\">{WebUtility.HtmlEncode(target.Name)}</th>"
            + $"<td>{WebUtility.HtmlEncode(target.Target.Declaration.Description)}</td>"
            + $"<td>{WebUtility.HtmlEncode(string.Join(", ", target.Needs.Select(needed => needed.Name)))}</td>"
            + string.Concat(counts.Select(count => $"<td class=\"number\">{count}</td>"))
            + "</tr>\n";
    }
}
