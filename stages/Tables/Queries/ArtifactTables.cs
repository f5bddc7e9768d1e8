namespace Research.Tables.Queries;

/// <summary>The tables in a folder of artifacts.</summary>
public static class ArtifactTables
{
    private const string WholeTable = "rows";

    /// <summary>
    /// All Parquet files that lie in <c>{folders}/{target}/{job}/</c>. A table's name is the target's in snake_case, followed by the file's
    /// unless that is <c>rows.parquet</c>: <c>in_context</c>, <c>corpora_messages</c>. Sorted by path.
    /// </summary>
    /// <param name="folder">The folder; it may be absent, then there are no tables.</param>
    public static IReadOnlyList<NamedTable> In(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var paths = Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories);
        Array.Sort(paths, StringComparer.Ordinal);
        return [.. paths.Select(TableOf)];
    }

    private static NamedTable TableOf(string path)
    {
        var job = Path.GetDirectoryName(path)!;
        var target = Path.GetFileName(Path.GetDirectoryName(job)!);
        var file = Path.GetFileNameWithoutExtension(path);
        var name = file == WholeTable ? target : $"{target}_{file}";
        return new NamedTable(name.Replace('-', '_'), path, Path.GetFileName(job));
    }
}
