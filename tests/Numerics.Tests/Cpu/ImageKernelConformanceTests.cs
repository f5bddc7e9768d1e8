using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Kernels of image networks have the bits of the reference programs on every device.</summary>
[Trait("Size", "Small")]
public class ImageKernelConformanceTests
{
    public static TheoryData<int, Values> Seeds()
    {
        var seeds = new TheoryData<int, Values>();
        foreach (var values in Enum.GetValues<Values>())
        {
            for (var seed = 1; seed <= 6; seed++)
                seeds.Add(seed, values);
        }

        return seeds;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Squares_and_pooling_of_random_shapes(int seed, Values values)
    {
        var numbers = new TestNumbers((uint)seed);
        var shape = new ImageBatch(numbers.Next(1, 9), numbers.Next(3, 14), numbers.Next(3, 14), numbers.Next(1, 20));
        var (kernel, padding, size) = (numbers.Next(1, 4), numbers.Next(0, 4), numbers.Next(1, 4));
        var patchLength = (int)shape.Convolved(shape.Channels * kernel * kernel, kernel, padding).Length;
        var (x, dpatches) = (numbers.Floats((int)shape.Length, values), numbers.Floats(patchLength, values));
        var dy = numbers.Floats((int)shape.Pooled(size).Length, values);
        Conformance.Check($"{shape}, kernel {kernel}, padding {padding}, pools of {size}, {values}", memory =>
        {
            var input = memory.Upload(x);
            var (patches, dx) = (memory.Output(patchLength), memory.Output(x.Length));
            var (y, dpool) = (memory.Output(dy.Length), memory.Output(x.Length));
            memory.Device.UnfoldForward(shape, kernel, padding, input, patches);
            memory.Device.UnfoldBackward(shape, kernel, padding, memory.Upload(dpatches), dx);
            memory.Device.MaxPoolForward(shape, size, input, y);
            memory.Device.MaxPoolBackward(shape, size, input, memory.Upload(dy), dpool);
            return [memory.Download(patches), memory.Download(dx), memory.Download(y), memory.Download(dpool)];
        });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 31)]
    [InlineData(255, 33)]
    [InlineData(256, 5)]
    [InlineData(257, 20)]
    [InlineData(770, 3)]
    [InlineData(2, 1001)]
    public void Bias_sigmoid_and_squared_error(int rows, int width)
    {
        foreach (var values in Enum.GetValues<Values>().Where(values => values != Values.Large))
        {
            var numbers = new TestNumbers((uint)(rows + width));
            var (x, target) = (numbers.Floats(rows * width, values), numbers.Floats(rows * width, values));
            var bias = numbers.Floats(width, values);
            Conformance.Check($"{rows} x {width}, {values}", memory =>
            {
                var input = memory.Upload(x);
                var (y, s, ds) = (memory.Output(x.Length), memory.Output(x.Length), memory.Output(x.Length));
                var (losses, dbias, dy) = (memory.Output(rows), memory.Output(width), memory.Output(x.Length));
                memory.Device.BiasForward(rows, width, input, memory.Upload(bias), y);
                memory.Device.BiasBackward(rows, width, input, dbias);
                memory.Device.SigmoidForward(input, s);
                memory.Device.SigmoidBackward(s, memory.Upload(target), ds);
                memory.Device.SquaredError(rows, width, input, memory.Upload(target), 0.37f, losses, dy);
                return [memory.Download(y), memory.Download(dbias), memory.Download(s), memory.Download(ds), memory.Download(losses), memory.Download(dy)];
            });
        }
    }

    [Fact]
    public void A_shape_that_does_not_fit_names_the_view()
    {
        using var device = new ReferenceDevice();
        using var memory = new DeviceMemory(device);
        var shape = new ImageBatch(1, 4, 4, 1);
        var x = memory.Output(16);
        Assert.Contains("patches", Assert.Throws<ArgumentException>(() => device.UnfoldForward(shape, 3, 0, x, memory.Output(35))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.UnfoldForward(shape, 5, 0, x, memory.Output(100)));
        Assert.Contains("dx", Assert.Throws<ArgumentException>(() => device.MaxPoolBackward(shape, 2, x, memory.Output(4), x)).Message, StringComparison.Ordinal);
    }
}
