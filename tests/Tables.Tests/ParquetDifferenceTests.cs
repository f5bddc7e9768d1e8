using Research.Jobs;
using Research.Tables.Native;

namespace Research.Tables.Tests;

public sealed class ParquetDifferenceTests : IDisposable
{
    private static readonly Row[] Rows = [new("a", 1, 0.5, 1f), new("b", 2, 1.5, null), new("c", null, 2.5, 3f)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<double, double, string> Doubles => new()
    {
        { 0.5, 0.25, "0.5 (0x3FE0000000000000) against 0.25 (0x3FD0000000000000)" },
        { 0.0, -0.0, "0 (0x0000000000000000) against -0 (0x8000000000000000)" },
        {
            BitConverter.UInt64BitsToDouble(0x7FF8000000000000), BitConverter.UInt64BitsToDouble(0x7FF8000000000001),
            "NaN (0x7FF8000000000000) against NaN (0x7FF8000000000001)"
        },
    };

    [Theory, MemberData(nameof(Doubles))]
    public void Numbers_are_compared_by_their_bits(double stored, double received, string expected) =>
        Assert.Equal(
            $"row 1, column loss: {expected}",
            Describe([Rows[0], Rows[1] with { Loss = stored }], [Rows[0], Rows[1] with { Loss = received }]));

    [Fact]
    public void Every_kind_of_value_is_told()
    {
        Assert.Equal("row 2, column name: 'c' against 'd'", DescribeLast(row => row with { Name = "d" }));
        Assert.Equal("row 2, column count: null against 7", DescribeLast(row => row with { Count = 7 }));
        Assert.Equal("row 2, column share: 3 (0x40400000) against -0 (0x80000000)", DescribeLast(row => row with { Share = -0f }));
        Assert.Equal($"row 2, column name: 'c' against '{new string('x', 80)}…'", DescribeLast(row => row with { Name = new string('x', 99) }));
    }

    [Fact]
    public void The_first_row_counts_and_in_it_the_first_column() =>
        Assert.Equal(
            "row 0, column count: 1 against 9",
            Describe(Rows, [Rows[0] with { Count = 9, Loss = 9 }, Rows[1] with { Name = "z" }, Rows[2]]));

    [Fact]
    public void A_difference_is_found_behind_the_first_chunk()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => new Row("x", i, i, i)).ToArray();

        Assert.Equal(
            "row 4999, column count: 4999 against 1",
            Describe(rows, [.. rows[..^1], rows[^1] with { Count = 1 }]));
    }

    [Fact]
    public void Missing_and_new_rows_are_counted()
    {
        Assert.Equal("3 rows against 1, equal as far as both go", Describe(Rows, Rows[..1]));
        Assert.Equal("0 rows against 3, equal as far as both go", Describe([], Rows));
    }

    [Fact]
    public void Other_columns_are_named()
    {
        Parquet.Write(_folder.File("1"), [new Narrow("a")]);
        Parquet.Write(_folder.File("2"), [new Renamed("a")]);
        Parquet.Write(_folder.File("3"), [new Row("a", 1, 1, 1)]);
        Parquet.Write(_folder.File("4"), [new Number(1)]);
        var difference = new ParquetDifference();

        Assert.Equal("column 0: name (Varchar) against label (Varchar)", difference.Describe(_folder.File("1"), _folder.File("2")));
        Assert.Equal("column 0: name (Varchar) against name (Integer)", difference.Describe(_folder.File("1"), _folder.File("4")));
        Assert.Equal("column 1: none against count (Integer)", difference.Describe(_folder.File("1"), _folder.File("3")));
        Assert.Equal("column 1: count (Integer) against none", difference.Describe(_folder.File("3"), _folder.File("1")));
    }

    [Fact]
    public void Where_all_rows_are_equal_only_the_encoding_differs()
    {
        Parquet.Write(_folder.File("stored"), Rows);
        using (var connection = Database.Connect())
        {
            connection.Execute(
                $"COPY (SELECT * FROM {Parquet.Scan(_folder.File("stored"))}) TO '{_folder.File("received")}' (FORMAT parquet, COMPRESSION snappy)");
        }

        Assert.NotEqual(File.ReadAllBytes(_folder.File("stored")), File.ReadAllBytes(_folder.File("received")));
        Assert.Equal(
            "all rows are equal; only their encoding differs",
            new ParquetDifference().Describe(_folder.File("stored"), _folder.File("received")));
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused()
    {
        Parquet.Write(_folder.File("stored"), Rows);
        File.WriteAllText(_folder.File("received"), "no table");

        var refusal = Assert.Throws<InputException>(() => new ParquetDifference().Describe(_folder.File("stored"), _folder.File("received")));
        Assert.Equal(_folder.File("received"), refusal.Where);
    }

    private string DescribeLast(Func<Row, Row> change) => Describe(Rows, [.. Rows[..^1], change(Rows[^1])]);

    private string Describe(IReadOnlyList<Row> stored, IReadOnlyList<Row> received)
    {
        Parquet.Write(_folder.File("stored.parquet"), stored);
        Parquet.Write(_folder.File("received.parquet"), received);
        return new ParquetDifference().Describe(_folder.File("stored.parquet"), _folder.File("received.parquet"));
    }

    private sealed record Row(string Name, int? Count, double Loss, float? Share);

    private sealed record Narrow(string Name);

    private sealed record Renamed(string Label);

    private sealed record Number(int Name);
}
