namespace Research.Pipeline.Scheduling;

/// <summary>
/// Removes the links to artifacts of jobs that a target no longer has, so that its folder shows what is up to date.
/// </summary>
internal static class StaleLinks
{
    /// <summary>
    /// Looks at the targets whose jobs are all done in this run. Only links are removed, never a file.
    /// </summary>
    public static void Remove(RunState state)
    {
        foreach (var target in state.Graph.Targets.Where(target => target.Items?.All.Count == target.Jobs.Count))
        {
            var folder = state.FolderOf(target);
            if (!Directory.Exists(folder) || !state.RunsOf(target).All(run => run.IsDone))
                continue;
            var current = target.Jobs.Select(job => job.FolderName).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.LinkTarget is not null && !current.Contains(entry.Name))
                    TryDelete(entry);
            }
        }
    }

    private static void TryDelete(FileSystemInfo link)
    {
        try
        {
            link.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another build was faster, or the folder is read-only: the link stays, and shows what it always did.
        }
    }
}
