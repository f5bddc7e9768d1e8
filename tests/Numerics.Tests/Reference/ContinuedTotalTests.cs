using Research.Numerics.Devices;
using Research.Numerics.Tests.Cpu;

namespace Research.Numerics.Tests.Reference;

/// <summary>
/// Totals go on from part to part: work that is cut at multiples of 256 rows has the bits of the whole, on every device.
/// </summary>
public class ContinuedTotalTests
{
    [Theory]
    [InlineData(256, 256)]
    [InlineData(300, 256)]
    [InlineData(1000, 256)]
    [InlineData(1000, 512)]
    [InlineData(1025, 768)]
    public void A_weight_gradient_in_parts(int rows, int part)
    {
        const int M = 37;
        const int N = 21;
        var numbers = new TestNumbers((uint)(rows + part));
        foreach (var values in new[] { Values.Uniform, Values.Underflow })
        {
            var (a, b) = (numbers.Floats(rows * M, values), numbers.Floats(rows * N, values));
            var whole = new float[M * N];
            Research.Numerics.Reference.MatMul.Run(true, false, M, N, rows, a, b, whole, accumulate: false);
            Conformance.Check($"{rows} rows in parts of {part}", memory =>
            {
                var (left, right, c) = (memory.Upload(a), memory.Upload(b), memory.Output(M * N));
                ForEachPart(rows, part, (first, count) => memory.Device.MatMul(
                    true, false, M, N, count, left.Slice(first * M, count * M), right.Slice(first * N, count * N), c, first > 0));
                Conformance.AssertSameBits("product", whole, DeviceMemory.Inner(memory.Download(c)));
                return [];
            });
        }
    }

    [Theory]
    [InlineData(256, 256)]
    [InlineData(700, 256)]
    [InlineData(1025, 512)]
    public void A_layer_norm_gradient_in_parts(int rows, int part)
    {
        const int Width = 35;
        var numbers = new TestNumbers((uint)(rows + part));
        var (x, dy, gain) = (numbers.Floats(rows * Width), numbers.Floats(rows * Width), numbers.Floats(Width));
        var (whole, wholeGain) = LayerNorm(new ReferenceDevice(), rows);
        Conformance.Check($"{rows} rows in parts of {part}", memory =>
        {
            var (dx, dgain) = LayerNorm(memory.Device, part);
            Conformance.AssertSameBits("input gradient", whole, dx);
            Conformance.AssertSameBits("gain gradient", wholeGain, dgain);
            return [];
        });

        (float[] Dx, float[] Dgain) LayerNorm(Device device, int size)
        {
            using var memory = new DeviceMemory(device);
            var (input, gradient, scale) = (memory.Upload(x), memory.Upload(dy), memory.Upload(gain));
            var (y, dx, dgain) = (memory.Output(x.Length), memory.Upload(new float[x.Length]), memory.Output(Width));
            var (mean, rstd) = (memory.Output(rows), memory.Output(rows));
            device.LayerNormForward(rows, Width, input, scale, y, mean, rstd);
            ForEachPart(rows, size, (first, count) => device.LayerNormBackward(
                count, Width, gradient.Slice(first * Width, count * Width), input.Slice(first * Width, count * Width), scale,
                mean.Slice(first, count), rstd.Slice(first, count), dx.Slice(first * Width, count * Width), dgain, first > 0));
            return (DeviceMemory.Inner(memory.Download(dx)), DeviceMemory.Inner(memory.Download(dgain)));
        }
    }

    private static void ForEachPart(int rows, int part, Action<int, int> run)
    {
        for (var first = 0; first < rows; first += part)
            run(first, Math.Min(part, rows - first));
    }
}
