using System.Text;
using Research.Jobs;
using Research.Learning.Safetensors;

namespace Research.Learning.Tests.Safetensors;

public sealed class SafetensorsTests : IDisposable
{
    private const string A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    private const string B = "\"b\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]}";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, int, string> Malformed => new()
    {
        { $"[{A}]", 16, "no valid JSON" },
        { "[]", 0, "no JSON object" },
        { $"{{{A},{A}}}", 8, "names 'a' twice" },
        { $"{{\"__metadata__\":{{}},\"__metadata__\":{{}},{A}}}", 8, "names '__metadata__' twice" },
        { $"{{\"__metadata__\":[],{A}}}", 8, "__metadata__ is no JSON object" },
        { $"{{\"__metadata__\":{{\"x\":1}},{A}}}", 8, "metadata entry 'x'" },
        { $"{{\"__metadata__\":{{\"x\":\"1\",\"x\":\"1\"}},{A}}}", 8, "metadata entry 'x'" },
        { $"{{{A}}}", 4, "bytes 0 to 8, but the file has 4" },
        { $"{{{A}}}", 9, "1 bytes after the last tensor" },
        { $"{{{A},{B}}}", 8, "bytes 8 to 16, but the file has 8" },
        { $"{{{B}}}", 16, "8 bytes before tensor 'b'" },
        { $"{{{A},{B.Replace("[8,16]", "[4,12]")}}}", 16, "'b' overlaps" },
        { $"{{{A},{B.Replace("[8,16]", "[16,8]")}}}", 16, "bytes 16 to 8" },
        { $"{{{A.Replace("[2]", "[3]")}}}", 8, "needs 12 bytes, its offsets give it 8" },
        { $"{{{A.Replace("[2]", "[4611686018427387904,4]")}}}", 8, "its offsets give it 8" },
        { $"{{{A.Replace("[2]", "[9223372036854775807,9223372036854775807,9223372036854775807]")}}}", 8, "its offsets give it 8" },
        { $"{{{A.Replace("[2]", "[-2]")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("[2]", "[2.5]")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("[2]", "2")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("[0,8]", "[0,8,8]")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("[0,8]", "[0,1e300]")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("dtype", "type")}}}", 8, "'a' lacks" },
        { $"{{{A.Replace("F32", "F31")}}}", 8, "element type F31" },
        { $"{{{A.Replace("F32", "0")}}}", 8, "element type 0" },
        { "{\"a\":7}", 0, "'a' lacks" },
    };

    [Fact]
    public void What_is_written_is_read_back_bit_for_bit()
    {
        float[] floats = [0f, -0f, float.Epsilon, float.NaN, float.NegativeInfinity, float.MaxValue];
        double[] doubles = [Math.PI, -0.0, double.Epsilon];
        SafetensorsWriter.Write(folder["x"], new Dictionary<string, string> { ["format"] = "pt", ["note"] = "\n ε \"q\"" }, [
            new TensorData("floats", [2, 3], floats), new TensorData("doubles", [3], doubles), new TensorData("step", [], new[] { 7L }),
            new TensorData("none", [0, 4], Array.Empty<float>())]);

        using var reader = SafetensorsReader.Open(folder["x"]);
        var (f, d, i) = (new float[6], new double[3], new long[1]);
        reader.Read("floats", [2, 3], f);
        reader.Read("doubles", [3], d);
        reader.Read("step", [], i);
        reader.Read("none", [0, 4], Span<float>.Empty);

        Assert.Equal(Array.ConvertAll(floats, BitConverter.SingleToInt32Bits), Array.ConvertAll(f, BitConverter.SingleToInt32Bits));
        Assert.Equal(Array.ConvertAll(doubles, BitConverter.DoubleToInt64Bits), Array.ConvertAll(d, BitConverter.DoubleToInt64Bits));
        Assert.Equal(7, i[0]);
        Assert.Equal(("pt", "\n ε \"q\""), (reader.Metadata["format"], reader.Metadata["note"]));
    }

    [Fact]
    public void The_bytes_are_those_of_the_format_and_the_data_lie_aligned()
    {
        SafetensorsWriter.Write(folder["x"], new Dictionary<string, string> { ["format"] = "pt" }, [
            new TensorData("w", [1, 3], new[] { 1f, 2f, 3f }), new TensorData("step", [], new[] { 258L })]);
        const string Header =
            "{\"__metadata__\":{\"format\":\"pt\"},\"step\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[8,20]}}";
        var length = (Header.Length + 7) / 8 * 8;
        byte[] expected = [
            .. BitConverter.GetBytes((long)length), .. Encoding.UTF8.GetBytes(Header.PadRight(length)), 2, 1, 0, 0, 0, 0, 0, 0,
            0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40];
        Assert.Equal(expected, File.ReadAllBytes(folder["x"]));
        Assert.Equal([folder["x"]], Directory.GetFiles(folder.Path));
    }

    [Theory, MemberData(nameof(Malformed))]
    public void A_malformed_header_is_refused_with_the_reason(string header, int dataLength, string reason)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var error = Refused([.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[dataLength]]);
        Assert.Contains(reason, error.What);
    }

    [Theory]
    [InlineData(0, 0, "0 bytes, too few")]
    [InlineData(7, 0, "7 bytes, too few")]
    [InlineData(512, 4096, "promises 4096 bytes, the file has 504")]
    [InlineData(512, -1, "promises 18446744073709551615 bytes")]
    public void A_lying_header_length_is_refused(int fileLength, long headerLength, string reason)
    {
        var bytes = new byte[fileLength];
        if (fileLength >= sizeof(long))
        {
            BitConverter.TryWriteBytes(bytes, headerLength);
        }

        Assert.Contains(reason, Refused(bytes).What);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        SafetensorsWriter.Write(folder["x"], new Dictionary<string, string>(), [new TensorData("w", [3], new[] { 1f, 2f, 3f })]);
        var whole = File.ReadAllBytes(folder["x"]);
        for (var length = 0; length < whole.Length; length++)
        {
            Refused(whole[..length]);
        }
    }

    [Fact]
    public void A_missing_file_or_tensor_or_another_shape_or_type_is_refused()
    {
        Assert.Contains("cannot be opened", Assert.Throws<InputException>(() => SafetensorsReader.Open(folder["nothing"])).What);
        SafetensorsWriter.Write(folder["x"], new Dictionary<string, string>(), [new TensorData("w", [3], new[] { 1f, 2f, 3f })]);
        using var reader = SafetensorsReader.Open(folder["x"]);
        Assert.Contains("'v' is missing", Assert.Throws<InputException>(() => reader.Read("v", [3], new float[3])).What);
        Assert.Contains(
            "is F32 [3], expected F32 [1, 3]", Assert.Throws<InputException>(() => reader.Read("w", [1, 3], new float[3])).What);
        Assert.Contains("expected I64 [3]", Assert.Throws<InputException>(() => reader.Read("w", [3], new long[3])).What);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_and_says_where()
    {
        var path = Path.Combine(folder.Path, "no such folder", "x");
        var error = Assert.Throws<InputException>(() =>
            SafetensorsWriter.Write(path, new Dictionary<string, string>(), [new TensorData("w", [1], new[] { 1f })]));
        Assert.Equal(path, error.Where);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private InputException Refused(byte[] bytes)
    {
        File.WriteAllBytes(folder["bad"], bytes);
        var error = Assert.Throws<InputException>(() => SafetensorsReader.Open(folder["bad"]).Dispose());
        Assert.Equal(folder["bad"], error.Where);
        return error;
    }
}
