
namespace Research.Tables.Tests;

public sealed class ParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public enum Split
    {
        Train,
        Validation,
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_of_column_comes_back_as_it_was_written()
    {
        Everything[] rows =
        [
            new(int.MinValue, long.MaxValue, 1.5f, -2.25, true, "", Split.Validation, null, null, null, null, null, null, null),
            new(7, -1, float.NaN, double.Epsilon, false, "ünï\n\0 😀 a text of more than twelve bytes", Split.Train, 3, 4, 5, 6, true, "x", Split.Train),
            new(0, 0, 0, 0, false, "exactly12byt", Split.Train, 0, 0, 0, 0, false, "", Split.Validation),
        ];

        Assert.Equal(rows, RoundTrip(rows));
    }

    [Fact]
    public void Bytes_come_back_as_they_were_written_whatever_they_are()
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Image[] rows = [new(1, []), new(2, [0]), new(3, every[..12]), new(4, every[..13]), new(5, every), new(6, new byte[100_000])];

        var read = RoundTrip(rows);

        Assert.Equal(rows.Select(row => row.Number), read.Select(row => row.Number));
        Assert.All(rows.Zip(read), pair => Assert.Equal(pair.First.Pixels, pair.Second.Pixels));
    }

    [Fact]
    public void Floating_point_numbers_come_back_to_the_bit()
    {
        ulong[] special =
        [
            0, 1UL << 63, 1, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0xFFF8000000000000, 0x7FF0000000000001,
            0x7FF8DEADBEEF0001, 0x000FFFFFFFFFFFFF, 0x7FEFFFFFFFFFFFFF,
        ];
        var rows = Enumerable.Range(0, 5000)
            .Select(i => special[i % special.Length])
            .Select(bits => new Floats(BitConverter.UInt64BitsToDouble(bits), BitConverter.UInt32BitsToSingle((uint)(bits >> 32))))
            .ToList();

        var read = RoundTrip(rows);

        Assert.Equal(rows.Select(r => BitConverter.DoubleToUInt64Bits(r.Double)), read.Select(r => BitConverter.DoubleToUInt64Bits(r.Double)));
        Assert.Equal(rows.Select(r => BitConverter.SingleToUInt32Bits(r.Single)), read.Select(r => BitConverter.SingleToUInt32Bits(r.Single)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(300_000)]
    public void Rows_keep_their_order_and_number(int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => new Message(i, i % 6, i % 10 == 0 ? "validation" : "train", $"abcdefghijklmno{i:D6}"));

        Assert.Equal(rows, RoundTrip(rows));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => new Message(i, i % 6, "train", $"{i * 7919 % 1000}")).ToList();
        Parquet.Write(_folder.File("a"), rows);
        Parquet.Write(_folder.File("b"), rows.Select(row => row));

        Assert.Equal(File.ReadAllBytes(_folder.File("a")), File.ReadAllBytes(_folder.File("b")));
    }

    [Fact]
    public void Structs_and_classes_with_settable_properties_are_rows_too()
    {
        Assert.Equal([new Pair(1, "one"), new Pair(2, "two")], RoundTrip<Pair>([new(1, "one"), new(2, "two")]));
        Assert.Equal([5], RoundTrip<Plain>([new() { Value = 5 }]).Select(row => row.Value));
    }

    private List<TRow> RoundTrip<TRow>(IEnumerable<TRow> rows)
    {
        var path = _folder.File("table.parquet");
        Parquet.Write(path, rows);
        return Parquet.Read<TRow>(path).ToList();
    }

    public sealed record Everything(
        int Int, long Long, float Float, double Double, bool Bool, string Text, Split Enum,
        int? MaybeInt, long? MaybeLong, float? MaybeFloat, double? MaybeDouble, bool? MaybeBool, string? MaybeText, Split? MaybeEnum);

    public sealed record Floats(double Double, float Single);

    public sealed record Image(int Number, byte[] Pixels);

    public sealed record Message(int Index, int Intention, string Split, string Text);

    public readonly record struct Pair(int Key, string Value);

    public sealed class Plain
    {
        public int Value { get; set; }

        public int Twice => 2 * Value;
    }
}
