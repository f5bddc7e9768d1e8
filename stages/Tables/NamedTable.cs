using Research.Jobs;

namespace Research.Tables;

/// <summary>One file as part of a table that SQL knows by name; files with the same name form one table.</summary>
/// <param name="Name">The table's name in SQL; upper and lower case are the same.</param>
/// <param name="FilePath">
/// A Parquet file; or, with the ending <c>.csv</c>, comma-separated values with a header, where lines that start with #
/// are comments.
/// </param>
/// <param name="Job">
/// What the column <c>job</c> says in this file's rows: the label of the job that wrote it; null for no such column.
/// </param>
public sealed record NamedTable(string Name, string FilePath, string? Job = null)
{
    /// <summary>An artifact that is one table, whatever its rows, under the name the plan gives it.</summary>
    public static NamedTable Of(NamedArtifact artifact) => new(artifact.Name, Table<object>.Open(artifact.Folder).FilePath);

    /// <summary>All tables of an artifact, under the name the plan gives it and that of the file: <c>scores_pairs</c>.</summary>
    public static IEnumerable<NamedTable> AllOf(NamedArtifact artifact) => Directory.GetFiles(artifact.Folder, "*.parquet")
        .Order(StringComparer.Ordinal)
        .Select(path => new NamedTable($"{artifact.Name}_{Path.GetFileNameWithoutExtension(path)}", path));

    /// <summary>The same table under a name; rows in the order of the artifacts.</summary>
    public static IEnumerable<NamedTable> Of<TRow>(string name, IEnumerable<Table<TRow>> artifacts)
        => artifacts.Select(artifact => new NamedTable(name, artifact.FilePath));
}
