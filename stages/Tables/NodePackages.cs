using Research.Jobs;

namespace Research.Tables;

/// <summary>The packages that <c>npm ci</c> puts into the repository's <c>node_modules</c>.</summary>
public static class NodePackages
{
    /// <summary>
    /// Full path of a file below <c>node_modules</c>: the first that exists upward from the program's folder, then
    /// upward from the current one.
    /// </summary>
    /// <param name="path">Path below <c>node_modules</c>.</param>
    /// <param name="purpose">What the file is, for the error: <c>DuckDB's native library</c>.</param>
    /// <exception cref="InputException">The file is nowhere.</exception>
    public static string Find(string path, string purpose)
        => Find(path, purpose, AppContext.BaseDirectory, Environment.CurrentDirectory);

    internal static string Find(string path, string purpose, params ReadOnlySpan<string> startFolders)
    {
        var relative = Path.Combine("node_modules", path);
        foreach (var start in startFolders)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var full = Path.Combine(folder.FullName, relative);
                if (File.Exists(full)) return full;
            }
        }

        throw new InputException($"{purpose} is not installed", relative, "Run 'npm ci' in the repository root.");
    }
}
