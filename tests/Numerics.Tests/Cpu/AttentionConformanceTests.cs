namespace Research.Numerics.Tests.Cpu;

/// <summary>Attention has the bits of the reference program on every device.</summary>
public class AttentionConformanceTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, Values.Uniform)]
    [InlineData(2, 1, 2, 16, Values.Uniform)]
    [InlineData(1, 2, 3, 3, Values.Zeros)]
    [InlineData(2, 5, 2, 7, Values.Underflow)]
    [InlineData(1, 12, 1, 24, Values.Denormal)]
    [InlineData(2, 13, 2, 16, Values.Zeros)]
    [InlineData(1, 31, 1, 33, Values.Uniform)]
    [InlineData(3, 32, 2, 17, Values.Wide)]
    [InlineData(1, 33, 1, 32, Values.Uniform)]
    [InlineData(1, 64, 2, 48, Values.Underflow)]
    [InlineData(1, 97, 1, 20, Values.Uniform)]
    [InlineData(1, 128, 2, 32, Values.Zeros)]
    [InlineData(1, 9, 1, 257, Values.Uniform)]
    [InlineData(1, 257, 1, 8, Values.Uniform)]
    [InlineData(1, 300, 1, 5, Values.Zeros)]
    public void Forward_and_backward(int batch, int time, int heads, int headSize, Values values) =>
        Check(batch, time, heads, headSize, values);

    [Theory]
    [Trait("Size", "Small")]
    [InlineData(2, 7, 2, 5)]
    public void A_small_shape(int batch, int time, int heads, int headSize) =>
        Check(batch, time, heads, headSize, Values.Underflow);

    private static void Check(int batch, int time, int heads, int headSize, Values values)
    {
        var numbers = new TestNumbers((uint)(time + headSize));
        var length = batch * time * heads * headSize;
        var qkv = numbers.Floats(3 * length, values);
        var dy = numbers.Floats(length, values);
        Conformance.Check($"{batch}x{time}x{heads}x{headSize}, {values}", memory =>
        {
            var input = memory.Upload(qkv);
            var probabilities = memory.Output(batch * heads * time * time);
            var (y, dqkv) = (memory.Output(length), memory.Output(3 * length));
            memory.Device.AttentionForward(batch, time, heads, headSize, input, probabilities, y);
            memory.Device.AttentionBackward(
                batch, time, heads, headSize, memory.Upload(dy), input, probabilities, dqkv);
            return [memory.Download(probabilities), memory.Download(y), memory.Download(dqkv)];
        });
    }
}
