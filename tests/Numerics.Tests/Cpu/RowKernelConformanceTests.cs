namespace Research.Numerics.Tests.Cpu;

/// <summary>Kernels that work row by row have the bits of the reference programs on every device.</summary>
[Trait("Size", "Small")]
public class RowKernelConformanceTests
{
    public static TheoryData<int, int, Values> Shapes()
    {
        var shapes = new TheoryData<int, int, Values>();
        foreach (var values in Enum.GetValues<Values>())
        {
            foreach (var (rows, width) in new[]
            {
                (1, 1), (2, 2), (3, 3), (5, 7), (3, 31), (70, 32), (2, 33), (257, 19), (3, 64), (513, 24), (33, 95), (2, 128),
                (1, 255), (2, 257),
            })
                shapes.Add(rows, width, values);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Layer_norm(int rows, int width, Values values)
    {
        var numbers = new TestNumbers((uint)(rows + width));
        var x = numbers.Floats(rows * width, values);
        var dy = numbers.Floats(rows * width, Values.Zeros);
        var gain = numbers.Floats(width);
        var dx = numbers.Floats(rows * width);
        Conformance.Check($"{rows}x{width}, {values}", memory =>
        {
            var (input, y) = (memory.Upload(x), memory.Output(x.Length));
            var (mean, rstd) = (memory.Output(rows), memory.Output(rows));
            var (inputGradient, gainGradient) = (memory.Upload(dx), memory.Output(width));
            memory.Device.LayerNormForward(rows, width, input, memory.Upload(gain), y, mean, rstd);
            memory.Device.LayerNormBackward(
                rows, width, memory.Upload(dy), input, memory.Upload(gain), mean, rstd, inputGradient, gainGradient);
            return [memory.Download(y), memory.Download(mean), memory.Download(rstd), memory.Download(inputGradient),
                memory.Download(gainGradient)];
        });
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cross_entropy_and_log_softmax(int rows, int vocabulary, Values values)
    {
        var numbers = new TestNumbers((uint)(rows + vocabulary));
        var logits = numbers.Floats(rows * vocabulary, values);
        var targets = numbers.Integers(rows, -1, vocabulary);
        Conformance.Check($"{rows}x{vocabulary}, {values}", memory =>
        {
            var (losses, gradient) = (memory.Output(rows), memory.Output(logits.Length));
            var (inPlace, logarithms) = (memory.Upload(logits), memory.Output(logits.Length));
            memory.Device.CrossEntropy(
                rows, vocabulary, memory.Upload(logits), memory.Upload(targets), 0.37f, losses, gradient);
            memory.Device.LogSoftmax(rows, vocabulary, memory.Upload(logits), logarithms);
            memory.Device.LogSoftmax(rows, vocabulary, inPlace, inPlace);
            return [memory.Download(losses), memory.Download(gradient), memory.Download(logarithms),
                memory.Download(inPlace)];
        });
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(10, 4, 3, 2)]
    [InlineData(521, 1, 16, 19)]
    [InlineData(600, 2, 33, 5)]
    [InlineData(300, 64, 95, 19)]
    [InlineData(45, 7, 20, 300)]
    public void Embedding_and_gathered_rows(int rows, int time, int width, int vocabulary)
    {
        var numbers = new TestNumbers((uint)(rows + width));
        var tokens = numbers.Integers(rows, 0, vocabulary);
        var table = numbers.Floats(vocabulary * width, Values.Zeros);
        var positions = numbers.Floats((time + 2) * width, Values.Zeros);
        var dx = numbers.Floats(rows * width, Values.Zeros);
        Conformance.Check($"{rows}x{width}", memory =>
        {
            var (x, gathered) = (memory.Output(rows * width), memory.Output(rows * width));
            var (tokenGradient, positionGradient) = (memory.Upload(table), memory.Output(positions.Length));
            memory.Device.EmbeddingForward(
                rows, time, width, memory.Upload(tokens), memory.Upload(table), memory.Upload(positions), x);
            memory.Device.EmbeddingBackward(
                rows, time, width, memory.Upload(tokens), memory.Upload(dx), tokenGradient, positionGradient);
            memory.Device.GatherRows(rows, width, memory.Upload(tokens), memory.Upload(table), gathered);
            return [memory.Download(x), memory.Download(tokenGradient), memory.Download(positionGradient),
                memory.Download(gathered)];
        });
    }
}
