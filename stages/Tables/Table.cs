using Research.Jobs;

namespace Research.Tables;

/// <summary>An artifact that is one table: the file <c>rows.parquet</c>.</summary>
/// <typeparam name="TRow">A record of plain properties, one a column; see <see cref="Parquet"/>.</typeparam>
/// <param name="folder">The artifact's folder.</param>
public sealed class Table<TRow>(string folder) : IArtifact<Table<TRow>>
{
    /// <summary>Full path of the table's Parquet file.</summary>
    public string FilePath { get; } = Path.Combine(folder, "rows.parquet");

    /// <inheritdoc />
    public static Table<TRow> Open(string folder) => new(folder);

    /// <summary>Writes the table.</summary>
    /// <inheritdoc cref="Parquet.Write{TRow}" path="/exception" />
    public void Write(IEnumerable<TRow> rows) => Parquet.Write(FilePath, rows);

    /// <summary>Reads the table's rows, in order, as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<TRow> Read() => Parquet.Read<TRow>(FilePath);
}
