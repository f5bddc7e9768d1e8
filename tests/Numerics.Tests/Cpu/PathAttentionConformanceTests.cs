using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Attention along paths has the bits of whole attention, on every device, however a sequence is cut.</summary>
public class PathAttentionConformanceTests
{
    [Theory]
    [InlineData(1, 1, 1, Values.Uniform)]
    [InlineData(5, 2, 7, Values.Underflow)]
    [InlineData(12, 1, 24, Values.Denormal)]
    [InlineData(13, 2, 16, Values.Zeros)]
    [InlineData(33, 3, 17, Values.Wide)]
    [InlineData(64, 2, 48, Values.Uniform)]
    [InlineData(97, 1, 20, Values.Zeros)]
    [InlineData(9, 1, 257, Values.Uniform)]
    [InlineData(257, 1, 8, Values.Uniform)]
    [InlineData(300, 2, 5, Values.Zeros)]
    public void Every_cut_of_a_sequence_gives_the_bits_of_whole_attention(int time, int heads, int headSize, Values values)
    {
        foreach (var piece in new[] { 1, 2, 5, 13, time })
            CheckCut(time, heads, headSize, Math.Min(piece, time), values, inARow: piece % 2 == 0);
    }

    [Theory]
    [Trait("Size", "Small")]
    [InlineData(7, 2, 5, 3)]
    public void A_small_shape(int time, int heads, int headSize, int piece)
    {
        CheckCut(time, heads, headSize, piece, Values.Underflow, inARow: true);
        CheckCut(time, heads, headSize, piece, Values.Underflow, inARow: false);
    }

    [Fact]
    [Trait("Size", "Small")]
    public void Paths_that_make_no_sense_are_refused()
    {
        using var device = new ReferenceDevice();
        using var memory = new DeviceMemory(device);
        var (qkv, y) = (memory.Upload(new float[12]), memory.Output(8));
        Assert.Throws<ArgumentException>(() => Run([0, 0], [0, 0], [0]));
        Assert.Throws<ArgumentException>(() => Run([0, 3], [0, 1], [0, 1, 0]));
        Assert.Throws<ArgumentException>(() => Run([0, 1], [0, 2], [0]));
        Assert.Throws<ArgumentException>(() => Run([0, 2], [0, 1], [0]));
        Assert.Throws<ArgumentException>(() => Run([0, 1], [0, 1], [2]));
        Assert.Throws<ArgumentException>(() => Run([1, 2], [0, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => Run([0], [0, 1], [0]));
        Run([0, 2], [0, 1], [0, 1]);

        void Run(int[] offsets, int[] queries, int[] rows) => device.PathAttention(
            1, 2, 2, 1, memory.Upload(offsets), memory.Upload(queries), memory.Upload(rows), qkv, y);
    }

    /// <summary>
    /// Asks piece after piece of two sequences, whose rows lie in a row or mixed up, and compares with whole attention.
    /// </summary>
    private static void CheckCut(int time, int heads, int headSize, int piece, Values values, bool inARow)
    {
        var width = heads * headSize;
        var numbers = new TestNumbers((uint)(time + headSize));
        var whole = numbers.Floats(2 * time * 3 * width, values);
        int Place(int row) => inARow ? row : (row % 2 * time) + (row / 2);
        var placed = new float[whole.Length];
        for (var row = 0; row < 2 * time; row++)
            whole.AsSpan(row * 3 * width, 3 * width).CopyTo(placed.AsSpan(Place(row) * 3 * width));

        List<int> offsets = [0], queries = [0], rows = [];
        for (var sequence = 0; sequence < 2; sequence++)
        {
            for (var first = 0; first < time; first += piece)
            {
                var end = Math.Min(first + piece, time);
                rows.AddRange(Enumerable.Range(sequence * time, end).Select(Place));
                offsets.Add(rows.Count);
                queries.Add(queries[^1] + end - first);
            }
        }

        using var reference = new ReferenceDevice();
        using var expected = new DeviceMemory(reference);
        var y = expected.Output(2 * time * width);
        reference.AttentionForward(
            2, time, heads, headSize, expected.Upload(whole), expected.Output(2 * heads * time * time), y);

        Conformance.Check($"{time}x{heads}x{headSize} by {piece}, {values}", memory =>
        {
            var output = memory.Output(2 * time * width);
            memory.Device.PathAttention(
                offsets.Count - 1, time, heads, headSize, memory.Upload([.. offsets]), memory.Upload([.. queries]),
                memory.Upload([.. rows]), memory.Upload(placed), output);
            var answers = memory.Download(output);
            Conformance.AssertSameBits("whole attention", expected.Download(y), answers);
            return [answers];
        });
    }
}
