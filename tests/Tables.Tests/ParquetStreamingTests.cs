namespace Research.Tables.Tests;

public sealed class ParquetStreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_can_be_written_from_the_rows_of_another_one_while_it_is_read()
    {
        Parquet.Write(_folder.File("a"), Enumerable.Range(0, 50_000).Select(i => new Row(i, $"{i}")));
        Parquet.Write(_folder.File("b"), Parquet.Read<Row>(_folder.File("a")).Select(row => row with { Text = row.Text + "!" }));

        Assert.Equal(Enumerable.Range(0, 50_000).Select(i => new Row(i, $"{i}!")), Parquet.Read<Row>(_folder.File("b")));
    }

    [Fact]
    public void Rows_already_written_are_let_go()
    {
        var first = new WeakReference(null);

        Parquet.Write(_folder.File("a"), Source());

        Assert.Equal(200_000, Parquet.Read<Row>(_folder.File("a")).Count());

        IEnumerable<Row> Source()
        {
            for (var i = 0; i < 200_000; i++)
            {
                var row = new Row(i, $"{i}");
                if (i == 0) first.Target = row;
                yield return row;
            }

            GC.Collect();
            Assert.False(first.IsAlive, "the first row is still held when the last one is written");
        }
    }

    [Fact]
    public void A_reader_that_stops_early_releases_the_file()
    {
        Parquet.Write(_folder.File("a"), Enumerable.Range(0, 500_000).Select(i => new Row(i, "")));
        Assert.Equal(0, Parquet.Read<Row>(_folder.File("a")).First().Index);

        File.Delete(_folder.File("a"));
        Parquet.Write(_folder.File("a"), [new Row(9, "new")]);

        Assert.Equal([new Row(9, "new")], Parquet.Read<Row>(_folder.File("a")));
    }

    [Fact]
    public void Threads_read_and_write_at_the_same_time()
        => Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, job =>
        {
            var path = _folder.File($"{job}");
            var rows = Enumerable.Range(0, 20_000).Select(i => new Row(i * job, $"{job}"));
            Parquet.Write(path, rows);
            Assert.Equal(rows, Parquet.Read<Row>(path));
        });

    [SkippableTheory]
    [InlineData("noise=0.04")]
    [InlineData("a[b]*?{c}")]
    [InlineData("it's \"quoted\" ünï")]
    public void Any_path_will_do(string name)
    {
        Skip.If(OperatingSystem.IsWindows() && name.Contains('*', StringComparison.Ordinal), "not a name on Windows");
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        var table = Table<Row>.Open(folder);

        table.Write([new Row(1, name)]);

        Assert.Equal([new Row(1, name)], table.Read());
        Assert.Equal(System.IO.Path.Combine(folder, "rows.parquet"), Assert.Single(Directory.GetFiles(folder)));
    }

    [Fact]
    public void Values_come_from_the_file_and_never_from_its_path()
    {
        var table = Table<Noisy>.Open(Directory.CreateDirectory(_folder.File("noise=0.04")).FullName);

        table.Write([new Noisy(0.5)]);

        Assert.Equal([new Noisy(0.5)], table.Read());
    }

    public sealed record Row(int Index, string Text);

    public sealed record Noisy(double Noise);
}
