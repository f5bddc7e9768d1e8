using Research.Pipeline.Graph;

namespace Research.Pipeline.Plan;

/// <summary>Draws the graph of the targets.</summary>
internal static class GraphSvg
{
    /// <summary>An SVG element.</summary>
    public static string Draw(JobGraph graph) => $"<svg role=\"img\" aria-label=\"{graph.Targets.Count} targets\"></svg>";
}
