using Research.Jobs;
using Research.Learning.Safetensors;

namespace Research.Learning.Tests.Safetensors;

public sealed class SafetensorsDifferenceTests : IDisposable
{
    private static readonly float[] Six = [1, 2, 3, 4, 5, 6];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<float, float, string> Elements => new()
    {
        { 0.5f, 0.25f, "0.5 (0x3F000000) against 0.25 (0x3E800000)" },
        { 0f, -0f, "0 (0x00000000) against -0 (0x80000000)" },
        { BitConverter.UInt32BitsToSingle(0x7FC00000), BitConverter.UInt32BitsToSingle(0x7FC00001), "NaN (0x7FC00000) against NaN (0x7FC00001)" },
        { 1f, MathF.BitIncrement(1f), "1 (0x3F800000) against 1.0000001 (0x3F800001)" },
    };

    [Theory, MemberData(nameof(Elements))]
    public void The_first_differing_element_has_its_index_values_and_bits(float stored, float received, string expected)
    {
        float[] before = [1, 2, 3, 4, stored, 6], now = [1, 2, 3, 4, received, 7];

        Assert.Equal(
            $"tensor 'w' at [1, 1]: {expected}",
            Describe([new TensorData("b", [6], Six), new TensorData("w", [2, 3], before)], [new TensorData("b", [6], Six), new TensorData("w", [2, 3], now)]));
    }

    [Fact]
    public void Of_several_tensors_the_first_in_the_file_is_named_whatever_its_name() =>
        Assert.StartsWith(
            "tensor 'z' at [0]: 1 ",
            Describe([Vector("z", 1), Vector("a", 1)], [Vector("z", 2), Vector("a", 2)]),
            StringComparison.Ordinal);

    [Fact]
    public void Doubles_and_integers_have_their_own_forms()
    {
        Assert.Equal(
            "tensor 'd' at [1]: 0 (0x0000000000000000) against -0 (0x8000000000000000)",
            Describe([new TensorData("d", [2], new[] { 1.0, 0.0 })], [new TensorData("d", [2], new[] { 1.0, -0.0 })]));
        Assert.Equal(
            "tensor 'step' at []: 7 against -8",
            Describe([new TensorData("step", [], new[] { 7L })], [new TensorData("step", [], new[] { -8L })]));
    }

    [Fact]
    public void A_difference_is_found_behind_the_first_buffer()
    {
        var (before, now) = (new float[600_000], new float[600_000]);
        now[599_999] = 1;

        Assert.Equal(
            "tensor 'w' at [999, 599]: 0 (0x00000000) against 1 (0x3F800000)",
            Describe([new TensorData("w", [1000, 600], before)], [new TensorData("w", [1000, 600], now)]));
    }

    [Fact]
    public void Other_shapes_and_types_are_told()
    {
        Assert.Equal(
            "tensor 'w': F32 [2, 3] against F32 [3, 2]",
            Describe([new TensorData("w", [2, 3], Six)], [new TensorData("w", [3, 2], Six)]));
        Assert.Equal(
            "tensor 'w': F64 [1] against I64 [1]",
            Describe([new TensorData("w", [1], new[] { 1.0 })], [new TensorData("w", [1], new[] { 1L })]));
    }

    [Fact]
    public void Missing_and_new_tensors_are_named()
    {
        Assert.Equal("tensor 'b' F32 [1] is missing", Describe([Vector("a", 1), Vector("b", 1)], [Vector("a", 1)]));
        Assert.Equal("tensor 'b' F32 [1] is new", Describe([Vector("a", 1)], [Vector("a", 1), Vector("b", 1)]));
        Assert.Equal("tensor 'a' F32 [1] is missing, tensor 'b' F32 [1] is new", Describe([Vector("a", 1)], [Vector("b", 1)]));
    }

    [Fact]
    public void Where_the_tensors_are_equal_metadata_or_the_layout_differs()
    {
        SafetensorsWriter.Write(folder["1"], new Dictionary<string, string> { ["spec"] = "x" }, [Vector("a", 1), Vector("b", 1)]);
        SafetensorsWriter.Write(folder["2"], new Dictionary<string, string> { ["spec"] = "y" }, [Vector("a", 1), Vector("b", 1)]);
        SafetensorsWriter.Write(folder["3"], new Dictionary<string, string>(), [Vector("a", 1), Vector("b", 1)]);
        SafetensorsWriter.Write(folder["4"], new Dictionary<string, string> { ["spec"] = "x" }, [Vector("b", 1), Vector("a", 1)]);
        var difference = new SafetensorsDifference();

        Assert.Equal("metadata 'spec': 'x' against 'y'", difference.Describe(folder["1"], folder["2"]));
        Assert.Equal("metadata 'spec': 'x' against none", difference.Describe(folder["1"], folder["3"]));
        Assert.StartsWith("all tensors and metadata are equal; ", difference.Describe(folder["1"], folder["4"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        SafetensorsWriter.Write(folder["1"], new Dictionary<string, string>(), [Vector("a", 1)]);
        File.WriteAllText(folder["2"], "short");

        Assert.Equal(folder["2"], Assert.Throws<InputException>(() => new SafetensorsDifference().Describe(folder["1"], folder["2"])).Where);
    }

    private static TensorData Vector(string name, float value) => new(name, [1], new[] { value });

    private string Describe(IReadOnlyList<TensorData> stored, IReadOnlyList<TensorData> received)
    {
        SafetensorsWriter.Write(folder["stored"], new Dictionary<string, string>(), stored);
        SafetensorsWriter.Write(folder["received"], new Dictionary<string, string>(), received);
        return new SafetensorsDifference().Describe(folder["stored"], folder["received"]);
    }
}
