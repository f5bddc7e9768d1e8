using Research.Jobs;
using Research.Tables;

namespace Research.Mirage.Tests;

/// <summary>A folder of a test's own, removed with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private int artifacts;

    public string FullPath { get; } = Directory.CreateTempSubdirectory("mirage-").FullName;

    /// <summary>A new, empty artifact.</summary>
    public TArtifact New<TArtifact>()
        where TArtifact : IArtifact<TArtifact> =>
        TArtifact.Open(Directory.CreateDirectory(Path.Combine(FullPath, $"{artifacts++}")).FullName);

    /// <summary>A table of these rows.</summary>
    public Table<TRow> Table<TRow>(IEnumerable<TRow> rows)
    {
        var table = New<Table<TRow>>();
        table.Write(rows);
        return table;
    }

    /// <summary>The rows that a job writes.</summary>
    public List<TRow> Rows<TRow>(Action<Table<TRow>> job)
    {
        var table = New<Table<TRow>>();
        job(table);
        return [.. table.Read()];
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
