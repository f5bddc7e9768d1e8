using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Tests.Reference;

namespace Research.Numerics.Tests.Cpu;

/// <summary>
/// The bits of numeric specification <c>num-1</c>, recorded from the reference programs: a changed hash means a new
/// version of the specification, and a processor or runtime that does not give them breaks the promise of equal
/// results.
/// </summary>
[Trait("Size", "Small")]
public class RecordedBitsTests
{
    [Theory]
    [InlineData("MatMul", "51A2205D962DA6BD")]
    [InlineData("LayerNormForward", "466721ECA57C60BB")]
    [InlineData("LayerNormBackward", "8CA234FFB350A80F")]
    [InlineData("Gelu", "A9F66C1C9B4DC3BC")]
    [InlineData("Attention", "4333B345985A7151")]
    [InlineData("CrossEntropy", "7F57670A16212B24")]
    [InlineData("LogSoftmax", "13B1FC8559435677")]
    [InlineData("Embedding", "FA48D5F9D08D269F")]
    [InlineData("AdamW", "FC1B547AD6A777AF")]
    [InlineData("SumOfSquares", "DAD0BCAD36FFA808")]
    public void Kernels_give_the_recorded_bits(string kernel, string hash)
    {
        using var reference = new ReferenceDevice();
        using var processor = new CpuDevice(threads: 2, allowEmulatedFma: true);
        foreach (var device in new Device[] { reference, processor })
        {
            using var memory = new DeviceMemory(device);
            Assert.Equal(hash, KnownAnswers.Fnv(Run(kernel, memory)));
        }
    }

    private static float[] Run(string kernel, DeviceMemory memory)
    {
        const int Rows = 300;
        const int Width = 40;
        const int Length = Rows * Width;
        var device = memory.Device;
        var x = memory.Upload(KnownAnswers.Fill(3 * Length, 1));
        var dy = memory.Upload(KnownAnswers.Fill(Length, 2));
        var gain = memory.Upload(KnownAnswers.Fill(Width, 3));
        var tokens = memory.Upload(Array.ConvertAll(KnownAnswers.Fill(Rows, 4), v => (int)((v + 1f) * 9.5f)));
        var (y, mean, rstd) = (memory.Output(3 * Length), memory.Output(Rows), memory.Output(Rows));
        var (rowsOfX, rowsOfY) = (x.Slice(0, Length), y.Slice(0, Length));
        switch (kernel)
        {
            case "MatMul":
                device.MatMul(true, false, Width, Width, Rows, x, dy, y);
                return Read(Width * Width);
            case "LayerNormForward":
                device.LayerNormForward(Rows, Width, x, gain, y, mean, rstd);
                return Read(Length);
            case "LayerNormBackward":
                device.LayerNormForward(Rows, Width, x, gain, y, mean, rstd);
                device.LayerNormBackward(Rows, Width, dy, x, gain, mean, rstd, y, y.Slice(Length, Width));
                return Read(Length + Width);
            case "Gelu":
                device.GeluForward(rowsOfX, rowsOfY);
                device.GeluBackward(rowsOfX, dy, y.Slice(Length, Length));
                return Read(2 * Length);
            case "Attention":
                var probabilities = memory.Output(2 * 4 * 150 * 150);
                device.AttentionForward(2, 150, 4, 10, x, probabilities, rowsOfY);
                device.AttentionBackward(2, 150, 4, 10, dy, x, probabilities, y);
                return Read(3 * Length);
            case "CrossEntropy":
                device.CrossEntropy(Rows, Width, x, tokens, 0.1f, y.Slice(Length, Rows), rowsOfY);
                return Read(Length + Rows);
            case "LogSoftmax":
                device.LogSoftmax(Rows, Width, x, y);
                return Read(Length);
            case "Embedding":
                device.EmbeddingForward(
                    Rows, 20, Width, tokens, x.Slice(0, 19 * Width), x.Slice(Length, 20 * Width), rowsOfY);
                var table = y.Slice(Length, 19 * Width);
                device.Clear(table);
                device.EmbeddingBackward(Rows, 20, Width, tokens, dy, table, y.Slice(2 * Length, 20 * Width));
                return [.. Read(Length + (19 * Width)), .. Read((2 * Length) + (20 * Width)).AsSpan(2 * Length)];
            case "AdamW":
                device.Add(rowsOfX, dy, rowsOfY);
                device.Clear(y.Slice(Length, 2 * Length));
                var (p, m, v) = (rowsOfY, y.Slice(Length, Length), y.Slice(2 * Length, Length));
                device.AdamW(p, dy, m, v, new AdamWStep(1e-3f, 0.9f, 0.1f, 0.95f, 0.05f, 10f, 20f, 1e-8f, 0.1f, 0.5f));
                return Read(3 * Length);
            case "SumOfSquares":
                var bits = BitConverter.DoubleToInt64Bits(device.SumOfSquares(x));
                return [BitConverter.Int32BitsToSingle((int)bits), BitConverter.Int32BitsToSingle((int)(bits >> 32))];
            default:
                throw new ArgumentOutOfRangeException(nameof(kernel));
        }

        float[] Read(int length) => DeviceMemory.Inner(memory.Download(y))[..length];
    }
}
