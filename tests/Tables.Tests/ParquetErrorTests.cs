using Research.Jobs;

namespace Research.Tables.Tests;

public sealed class ParquetErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("table.parquet");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_column_is_named_with_what_was_found()
    {
        Parquet.Write(Path, [new TwoColumns(1, "a")]);

        var error = Fails<WithExtra>();

        Assert.Equal("column kl_to_truth (Double) is missing; found index, text", error.What);
        Assert.Equal(Path, error.Where);
    }

    [Fact]
    public void A_column_of_another_type_is_named_with_both_types()
    {
        Parquet.Write(Path, [new TwoColumns(1, "a")]);

        Assert.Equal("column text: Double expected, Varchar found", Fails<OtherType>().What);
    }

    [Fact]
    public void Columns_are_found_by_name_and_others_ignored()
    {
        Parquet.Write(Path, [new TwoColumns(1, "a"), new TwoColumns(2, "b")]);

        Assert.Equal([new OneColumn("a"), new OneColumn("b")], Parquet.Read<OneColumn>(Path));
    }

    [Fact]
    public void A_null_where_none_may_be_is_named_with_its_row()
    {
        Parquet.Write(Path, [new MaybeColumns("red", 1), new MaybeColumns("red", null), new MaybeColumns(null, 3)]);

        Assert.Equal("column number, row 2: a value expected, null found", Fails<StrictNumber>().What);
        Assert.Equal("column color, row 3: a value expected, null found", Fails<StrictColor>().What);
        Assert.Equal("column color, row 3: a value expected, null found", Fails<StrictText>().What);
    }

    [Fact]
    public void A_text_that_names_no_value_of_the_enum_is_quoted()
    {
        Parquet.Write(Path, [new MaybeColumns("red", 1), new MaybeColumns("Mauve", 1)]);

        Assert.Equal("column color, row 2: one of red, green expected, 'Mauve' found", Fails<StrictColor>().What);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_truncated_file_is_refused(int length)
    {
        Parquet.Write(Path, Enumerable.Range(0, 5000).Select(i => new TwoColumns(i, $"text {i * 7919}")));
        var bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, length < 0 ? bytes[..^-length] : bytes[..length]);

        Assert.StartsWith("not a readable Parquet file (", Fails<TwoColumns>().What, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        File.WriteAllText(Path, "index,text\n1,a\n and more text than a Parquet footer is long\n");

        Assert.StartsWith("not a readable Parquet file (", Fails<TwoColumns>().What, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_pages_are_refused_or_give_a_clear_error_but_never_crash()
    {
        Parquet.Write(Path, Enumerable.Range(0, 3000).Select(i => new TwoColumns(i, $"text {i * 7919}")));
        var bytes = File.ReadAllBytes(Path);
        foreach (var place in Enumerable.Range(0, 60).Select(i => 4 + (i * (bytes.Length - 8) / 60)))
        {
            var damaged = (byte[])bytes.Clone();
            for (var i = place; i < Math.Min(place + 16, damaged.Length); i++) damaged[i] ^= 0xA5;
            File.WriteAllBytes(Path, damaged);

            var error = Record.Exception(() => Parquet.Read<TwoColumns>(Path).Count());
            Assert.True(error is null or InputException, $"damage at byte {place}: {error}");
        }
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
        => Assert.Equal("there is no such table", Fails<TwoColumns>().What);

    [Fact]
    public void A_folder_that_does_not_exist_is_reported_when_writing()
    {
        var path = System.IO.Path.Combine(_folder.Path, "absent", "table.parquet");

        var error = Assert.Throws<InputException>(() => Parquet.Write(path, [new OneColumn("a")]));

        Assert.Equal(path, error.Where);
        Assert.StartsWith("the table cannot be written (", error.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_full_disk_is_reported_and_leaves_nothing()
    {
        Skip.IfNot(File.Exists("/dev/full"), "no /dev/full on this system");
        File.CreateSymbolicLink(Path + ".partial", "/dev/full");

        var error = Assert.Throws<InputException>(() => Parquet.Write(Path, [new OneColumn("a")]));

        Assert.StartsWith("the table cannot be written (", error.What, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_exception_of_the_rows_comes_out_as_it_is_and_leaves_the_old_table()
    {
        Parquet.Write(Path, [new OneColumn("old")]);

        Assert.Throws<OperationCanceledException>(() => Parquet.Write(Path, Rows()));

        Assert.Equal([new OneColumn("old")], Parquet.Read<OneColumn>(Path));
        Assert.Single(Directory.GetFiles(_folder.Path));

        static IEnumerable<OneColumn> Rows()
        {
            for (var i = 0; i < 200_000; i++) yield return new OneColumn($"{i}");
            throw new OperationCanceledException();
        }
    }

    [Fact]
    public void Values_that_no_table_can_hold_are_programming_errors()
    {
        Assert.Throws<ArgumentNullException>(() => Parquet.Write(Path, [new OneColumn(null!)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Parquet.Write(Path, [new StrictColor((Color)9)]));
        Assert.StartsWith("Dates.When is a DateTime", Assert.Throws<ArgumentException>(() => Parquet.Write(Path, [new Dates(default)])).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Parquet.Write(Path, [new OneColumn("\uD800")]));
    }

    private InputException Fails<TRow>() => Assert.Throws<InputException>(() => Parquet.Read<TRow>(Path).Count());

    public enum Color
    {
        Red,
        Green,
    }

    public sealed record TwoColumns(int Index, string Text);

    public sealed record OneColumn(string Text);

    public sealed record WithExtra(int Index, string Text, double KlToTruth);

    public sealed record OtherType(int Index, double Text);

    public sealed record MaybeColumns(string? Color, int? Number);

    public sealed record StrictNumber(int Number);

    public sealed record StrictColor(Color Color);

    public sealed record StrictText(string Color);

    public sealed record Dates(DateTime When);
}
