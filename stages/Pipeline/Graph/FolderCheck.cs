using Research.Jobs;

namespace Research.Pipeline.Graph;

/// <summary>
/// Sees that every target shows its artifacts in a folder of its own, inside the folder of the profile.
/// </summary>
internal static class FolderCheck
{
    private const string Logs = "logs";

    /// <summary>Looks at the folders of all targets with jobs.</summary>
    /// <exception cref="InputException">Two targets share a folder, or one lies elsewhere.</exception>
    public static void Run(JobGraph graph)
    {
        var taken = new Dictionary<string, TargetNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var target in graph.Targets.Where(target => !target.IsVerb))
        {
            var parts = target.Folder.Split('/');
            if (parts.Any(part => part is "" or "." or "..") || parts[0] == Logs)
                throw Wrong(
                    target,
                    $"artifacts cannot be shown in '{target.Folder}'",
                    "Name a folder below that of the profile.");
            if (!taken.TryAdd(target.Folder, target))
                throw Wrong(
                    target,
                    $"its folder '{target.Folder}' is also that of {taken[target.Folder].Name}",
                    "Give each a folder of its own.");
        }
    }

    private static InputException Wrong(TargetNode target, string what, string remedy) =>
        new(what, $"target {target.Name}, Into", remedy);
}
