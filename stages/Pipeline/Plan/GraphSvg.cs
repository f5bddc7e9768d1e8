using System.Globalization;
using System.Net;
using System.Text;

namespace Research.Pipeline.Plan;

/// <summary>
/// Draws the graph of the targets as one SVG element that needs nothing around it: no script, colors for light and
/// dark pages, each target reachable by the keyboard; pointing at a target dims what has nothing to do with it.
/// </summary>
internal static class GraphSvg
{
    private const double NodeHeight = 46;
    private const double LayerHeight = 96;
    private const double Margin = 12;
    private const double CharacterWidth = 9;
    private const double SmallCharacterWidth = 6.4;
    private const double Padding = 14;

    private const string Style = """
        .pipeline-graph { --ink: #1b1f24; --paper: #fff; --line: #8b949e; --done: #2da44e; --todo: #d0d7de; }
        .pipeline-graph { max-width: 100%; height: auto; }
        @media (prefers-color-scheme: dark) {
          .pipeline-graph { --ink: #e6edf3; --paper: #161b22; --line: #7d8590; --done: #3fb950; --todo: #3d444d; }
        }
        .pipeline-graph text { fill: var(--ink); text-anchor: middle; font: 600 14px system-ui, sans-serif; }
        .pipeline-graph .label { font-weight: 400; font-size: 11.5px; }
        .pipeline-graph .box { fill: var(--paper); stroke: var(--line); }
        .pipeline-graph .verb .box { stroke-dasharray: 5 3; }
        .pipeline-graph .rest { fill: var(--todo); }
        .pipeline-graph .done { fill: var(--done); }
        .pipeline-graph .edge { fill: none; stroke: var(--line); stroke-width: 1.5; }
        .pipeline-graph .order { stroke-dasharray: 4 4; }
        .pipeline-graph .target, .pipeline-graph .edge { transition: opacity .15s; }
        .pipeline-graph .target:focus { outline: none; }
        .pipeline-graph .target:is(:hover, :focus) .box { stroke: var(--ink); stroke-width: 2; }

        """;

    /// <summary>An SVG element.</summary>
    /// <param name="targets">Dependencies first.</param>
    public static string Draw(IReadOnlyList<PlanTarget> targets)
    {
        var index = targets.Select((target, i) => (target.Target, i)).ToDictionary(pair => pair.Target, pair => pair.i);
        var edges = targets
            .SelectMany((target, i) => target.Needs
                .Where(index.ContainsKey)
                .Select(needed => (From: index[needed], To: i)))
            .Where(edge => edge.From < edge.To)
            .ToList();
        var layout = GraphLayout.Of([.. targets.Select(WidthOf)], edges);
        var related = Related(targets.Count, edges);

        var svg = new StringBuilder();
        var (width, height) = (layout.Width + 2 * Margin, (layout.Layers - 1) * LayerHeight + NodeHeight + 2 * Margin);
        svg.Append(Invariant(
            $"""
            <svg class="pipeline-graph" xmlns="http://www.w3.org/2000/svg" width="{width:0}" height="{height:0}"
              viewBox="0 0 {width:0} {height:0}" role="group" aria-label="Graph of {targets.Count} targets">

            """));
        svg.Append("<style>\n").Append(Style);
        for (var i = 0; i < targets.Count; i++)
            svg.Append(Invariant($".pipeline-graph:has(#target-{targets[i].Name}:is(:hover, :focus)) "))
                .Append(Invariant($":is(.target, .edge):not(.with-{i}) {{ opacity: .15; }}\n"));
        svg.Append("</style>\n");
        for (var i = 0; i < edges.Count; i++)
            AppendEdge(svg, targets, edges[i], layout.Edge(i), related);
        for (var i = 0; i < targets.Count; i++)
            AppendTarget(svg, targets[i], layout.Node(i), Classes(related, i));
        return svg.Append("</svg>\n").ToString();
    }

    private static double WidthOf(PlanTarget target) =>
        2 * Padding + Math.Max(target.Name.Length * CharacterWidth, target.Label.Length * SmallCharacterWidth);

    // related[i, j]: one of the two needs the other, directly or through others; or they are the same.
    private static bool[,] Related(int count, IReadOnlyList<(int From, int To)> edges)
    {
        var needs = new bool[count, count];
        foreach (var (from, to) in edges.OrderBy(edge => edge.To))
        {
            needs[to, from] = true;
            for (var i = 0; i < count; i++)
                needs[to, i] |= needs[from, i];
        }

        var related = new bool[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                related[i, j] = i == j || needs[i, j] || needs[j, i];
        }

        return related;
    }

    private static string Classes(bool[,] related, params int[] ends)
    {
        var all = Enumerable.Range(0, related.GetLength(0)).Where(i => ends.All(end => related[i, end]));
        return string.Join(' ', all.Select(i => Invariant($"with-{i}")));
    }

    private static void AppendEdge(
        StringBuilder svg,
        IReadOnlyList<PlanTarget> targets,
        (int From, int To) edge,
        IReadOnlyList<(double X, int Layer)> points,
        bool[,] related)
    {
        var isOrder = targets[edge.To].Target.OrderOnly.Contains(targets[edge.From].Target);
        var classes = (isOrder ? "order " : "") + Classes(related, edge.From, edge.To);
        svg.Append(Invariant($"<path class=\"edge {classes}\" d=\""));
        // Where it passes a layer it goes straight down, so that it does not run behind the boxes beside it.
        var (x, y) = (points[0].X + Margin, Top(points[0].Layer) + NodeHeight);
        svg.Append(Invariant($"M{x:0.#} {y:0.#}"));
        foreach (var (center, layer) in points.Skip(1))
        {
            var (nextX, nextY) = (center + Margin, Top(layer));
            var middle = (y + nextY) / 2;
            svg.Append(Invariant($" C{x:0.#} {middle:0.#} {nextX:0.#} {middle:0.#} {nextX:0.#} {nextY:0.#}"));
            (x, y) = (nextX, nextY + NodeHeight);
            if (layer != points[^1].Layer)
                svg.Append(Invariant($" V{y:0.#}"));
        }

        svg.Append("\"/>\n");
    }

    private static void AppendTarget(StringBuilder svg, PlanTarget target, (double X, int Layer) place, string classes)
    {
        var width = WidthOf(target);
        var (left, top) = (place.X - width / 2 + Margin, Top(place.Layer));
        var needs = target.Needs.Any() ? $"Needs {string.Join(", ", target.Needs.Select(needed => needed.Name))}." : "";
        var description = target.Target.Declaration.Description;
        var about = WebUtility.HtmlEncode($"{target.Name}: {target.Label}. {description} {needs}".Trim());
        svg.Append(Invariant($"""
            <g id="target-{target.Name}" class="target{(target.Target.IsVerb ? " verb" : "")} {classes}"
              tabindex="0" role="img" aria-label="{about}"><title>{about}</title>
            <rect class="box" x="{left:0.#}" y="{top:0.#}" width="{width:0.#}" height="{NodeHeight}" rx="6"/>
            """));
        if (!target.Target.IsVerb)
        {
            var bar = width - 2 * Padding;
            svg.Append(Bar("rest", left, top, bar));
            if (target.ShareCached > 0)
                svg.Append(Bar("done", left, top, bar * target.ShareCached));
        }

        var middle = place.X + Margin;
        svg.Append(Invariant($"""
            <text x="{middle:0.#}" y="{top + 19:0.#}">{WebUtility.HtmlEncode(target.Name)}</text>
            <text class="label" x="{middle:0.#}" y="{top + 34:0.#}">{target.Label}</text></g>

            """));
    }

    private static string Bar(string name, double left, double top, double width)
    {
        var (x, y) = (left + Padding, top + NodeHeight - 7);
        return Invariant($"""<rect class="{name}" x="{x:0.#}" y="{y:0.#}" width="{width:0.#}" height="3" rx="1.5"/>""");
    }

    private static double Top(int layer) => Margin + layer * LayerHeight;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
