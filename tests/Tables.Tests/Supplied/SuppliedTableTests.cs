using System.Text;
using Research.Jobs;
using Research.Tables.Supplied;

namespace Research.Tables.Tests.Supplied;

public sealed class SuppliedTableTests : IDisposable
{
    private const int Piece = 1 << 16;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("label,text\n1,\"a, b\"\n")]
    [InlineData("label;text\r\n1;a, b\r\n")]
    [InlineData("\uFEFFlabel\ttext\n1\ta, b\n")]
    [InlineData("text|label|other\na, b|1|x")]
    public void Any_usual_delimiter_is_found(string csv)
        => Assert.Equal([["1", "a, b"]], Rows(Write("data.csv", csv)));

    [Fact]
    public void Quoted_newlines_belong_to_a_text_and_empty_cells_are_null()
        => Assert.Equal(
            [["a", "one\ntwo \"three\""], [null, "x"], ["b", null]],
            Rows(Write("data.csv", "label,text\na,\"one\ntwo \"\"three\"\"\"\n,x\nb,\n")));

    [Theory]
    [InlineData("data[1]*.parquet")]
    [InlineData("what?.csv")]
    [InlineData("plain")]
    public void The_content_says_the_format_whatever_the_name(string name)
    {
        var csv = Write("csv-" + name, "label,text\n7,ä€😀\n");
        var parquet = folder.File("parquet-" + name);
        Parquet.Write(parquet, [new Numbered(7, "ä€😀")]);

        Assert.Equal([["7", "ä€😀"]], Rows(csv));
        Assert.Equal([["7", "ä€😀"]], Rows(parquet));
    }

    [Fact]
    public void A_missing_column_is_named_with_its_nearest()
    {
        var error = Assert.Throws<InputException>(() => Rows(Write("data.csv", "lable,text\na,b\n")));

        Assert.Equal("there is no column 'label'; the columns are 'lable', 'text'", error.What);
        Assert.Equal("Rename 'lable' to 'label', if that is meant.", error.Remedy);
    }

    [Fact]
    public void Case_and_blanks_of_a_column_name_count_for_nothing()
        => Assert.Equal([["a", "b"]], Rows(Write("data.csv", "Text , LABEL\nb,a\n")));

    [Fact]
    public void A_byte_outside_of_utf8_is_told_with_line_and_place()
    {
        var path = folder.File("latin.csv");
        File.WriteAllBytes(path, [.. "label,text\na,caf"u8, 0xE9, .. "\n"u8]);

        var error = Assert.Throws<InputException>(() => SuppliedTable.Open(path));

        Assert.Equal(("byte 16 (0xE9) is not UTF-8", $"{path}:2"), (error.What, error.Where));
    }

    [Theory]
    [InlineData(true, "the file is in UTF-16 (it begins with its byte order mark)")]
    [InlineData(false, "byte 1 is 0, as in UTF-16 and not in text in UTF-8")]
    public void Utf16_is_recognized(bool hasMark, string what)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, hasMark);
        var path = folder.File("wide.csv");
        File.WriteAllText(path, "label,text\na,b\n", encoding);

        Assert.Equal(what, Assert.Throws<InputException>(() => SuppliedTable.Open(path)).What);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_character_may_lie_across_two_pieces_of_the_file(int before)
    {
        var header = "label,text\na,";
        var filler = new string('x', Piece - before - header.Length);
        var whole = Write("long.csv", $"{header}{filler}😀\nb,€\n");
        var broken = folder.File("broken.csv");
        File.WriteAllBytes(broken, [.. File.ReadAllBytes(whole)[..^2], (byte)'\n']);

        Assert.Equal([["a", filler + "😀"], ["b", "€"]], Rows(whole));
        var error = Assert.Throws<InputException>(() => SuppliedTable.Open(broken));
        Assert.Equal(($"byte {Piece - before + 7} (0xE2) is not UTF-8", $"{broken}:3"), (error.What, error.Where));
    }

    [Fact]
    public void A_row_of_another_width_is_told_with_its_line()
    {
        var rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"a,text {i}\n"));
        var path = Write("ragged.csv", $"label,text\n{rows}a,b,c\n");

        var error = Assert.Throws<InputException>(() => Rows(path));

        Assert.Equal(path, error.Where);
        Assert.Contains("30002", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label,text\na,b\na,c\na,b,c\n", 4)]
    [InlineData("label,text\na,b\na,c\na\n", 4)]
    [InlineData("label;text\na;b;c\na;c\n", 2)]
    public void In_a_short_table_too_and_no_line_before_is_passed_over(string text, int line)
    {
        var path = Write("short.csv", text);

        var error = Assert.Throws<InputException>(() => Rows(path));

        Assert.Equal(path, error.Where);
        Assert.Contains($"Line: {line} ", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_or_absent_file_is_told()
    {
        Assert.Equal("the file is empty", Assert.Throws<InputException>(() => SuppliedTable.Open(Write("empty.csv", ""))).What);
        Assert.StartsWith("the file cannot be read", Assert.Throws<InputException>(() => SuppliedTable.Open(folder.File("none.csv"))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_parquet_file_is_told()
        => Assert.StartsWith(
            "the table cannot be read", Assert.Throws<InputException>(() => SuppliedTable.Open(Write("cut.parquet", "PAR1 and no more"))).What, StringComparison.Ordinal);

    private static List<string?[]> Rows(string path)
    {
        var table = SuppliedTable.Open(path);
        return [.. table.Read(table.Column("label"), table.Column("text"))];
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    private sealed record Numbered(int Label, string Text);
}
