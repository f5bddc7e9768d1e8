using Research.Tables.Queries;

namespace Research.Tables.Tests;

public sealed class ArtifactTablesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tables_are_named_after_target_and_file_and_their_rows_after_the_job()
    {
        Write("metrics/in-context/seed-2/rows.parquet", 2);
        Write("metrics/in-context/seed-1/rows.parquet", 1);
        Write("checkpoints/seed-1/loss.parquet", 3);

        var tables = ArtifactTables.In(_folder);

        Assert.Equal(
            [("checkpoints_loss", "seed-1"), ("in_context", "seed-1"), ("in_context", "seed-2")],
            tables.Select(table => (table.Name, table.Job)));
        Assert.Equal(
            ["1 seed-1", "2 seed-2"],
            new ArtifactQuery(tables).Run("select value, job from in_context order by value", "test").Rows
                .Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Show_tables_lists_them_all()
    {
        Write("metrics/in-context/seed-1/rows.parquet", 1);
        Write("checkpoints/seed-1/loss.parquet", 3);

        var result = new ArtifactQuery(ArtifactTables.In(_folder)).Run("show tables", "test");

        Assert.Equal(["checkpoints_loss", "in_context"], result.Rows.Select(row => row[0]));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_tables() => Assert.Empty(ArtifactTables.In(Path.Combine(_folder, "none")));

    private void Write(string file, int value)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Parquet.Write(path, [new Row(value)]);
    }

    private sealed record Row(int Value);
}
