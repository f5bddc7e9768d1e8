using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Cpu;

/// <summary>
/// Element-wise kernels and the sum of squares have the bits of the reference programs on every device.
/// </summary>
[Trait("Size", "Small")]
public class ElementwiseConformanceTests
{
    public static TheoryData<int, Values> Lengths()
    {
        var lengths = new TheoryData<int, Values>();
        foreach (var values in Enum.GetValues<Values>())
        {
            foreach (var length in new[] { 0, 1, 2, 3, 15, 17, 33, 1000, 4095, 4096, 4097, 20011 })
                lengths.Add(length, values);
        }

        return lengths;
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Gelu_and_add(int length, Values values)
    {
        var numbers = new TestNumbers((uint)length);
        var x = numbers.Floats(length, values == Values.Large ? Values.Wide : values);
        var dy = numbers.Floats(length, values);
        Conformance.Check($"{length}, {values}", memory =>
        {
            var input = memory.Upload(x);
            var (y, dx, sum) = (memory.Output(length), memory.Upload(dy), memory.Upload(dy));
            memory.Device.GeluForward(input, y);
            memory.Device.GeluBackward(input, dx, dx);
            memory.Device.Add(input, sum, sum);
            return [memory.Download(y), memory.Download(dx), memory.Download(sum)];
        });
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AdamW_and_sum_of_squares(int length, Values values)
    {
        var numbers = new TestNumbers((uint)length);
        var p = numbers.Floats(length, values);
        var g = numbers.Floats(length, values);
        var m = numbers.Floats(length);
        var v = Array.ConvertAll(numbers.Floats(length), MathF.Abs);
        var step = new AdamWStep(1e-3f, 0.9f, 0.1f, 0.95f, 0.05f, 1.5f, 2.5f, 1e-8f, 0.1f, 0.7f);
        Conformance.Check($"{length}, {values}", memory =>
        {
            var (parameters, first, second) = (memory.Upload(p), memory.Upload(m), memory.Upload(v));
            memory.Device.AdamW(parameters, memory.Upload(g), first, second, step);
            var norm = BitConverter.DoubleToInt64Bits(memory.Device.SumOfSquares(parameters));
            return [memory.Download(parameters), memory.Download(first), memory.Download(second),
                [BitConverter.Int32BitsToSingle((int)norm), BitConverter.Int32BitsToSingle((int)(norm >> 32))]];
        });
    }

    [Fact]
    public void Clear_leaves_positive_zeros_and_the_neighbors_alone() =>
        Conformance.Check("clear", memory =>
        {
            var view = memory.Upload([-0f, 1f, 2f]);
            memory.Device.Clear(view);
            return [memory.Download(view)];
        });
}
