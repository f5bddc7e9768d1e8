using Research.Numerics.Devices;
using Research.Numerics.Tests.Cpu;

namespace Research.Numerics.Tests.Reference;

/// <summary>
/// Totals start at +0, so terms with a factor +0 change no bit: the freedom that tiles, masks and sparse sums rest on.
/// The numbers underflow inside the chains, which is where a sum that started otherwise would show.
/// </summary>
public class NeutralityTests
{
    private static readonly ReferenceDevice Device = new();

    [Theory]
    [InlineData(10, 12)]
    [InlineData(255, 256)]
    [InlineData(256, 300)]
    [InlineData(300, 1024)]
    public void Padding_the_inner_dimension_with_zeros(int k, int padded)
    {
        const int M = 40;
        const int N = 30;
        var numbers = new TestNumbers((uint)k);
        var (a, b) = (numbers.Floats(M * k, Values.Underflow), numbers.Floats(k * N, Values.Underflow));
        var wideA = new float[M * padded];
        for (var i = 0; i < M; i++)
            a.AsSpan(i * k, k).CopyTo(wideA.AsSpan(i * padded));
        var wideB = numbers.Floats(padded * N);
        b.CopyTo(wideB, 0);
        var plain = Multiply(M, N, k, a, b);
        Conformance.AssertSameBits("padded product", plain, Multiply(M, N, padded, wideA, wideB));
        Assert.DoesNotContain(plain, value => value == 0f && float.IsNegative(value));
    }

    [Fact]
    public void Positions_after_a_query_do_not_reach_it()
    {
        const int Long = 300;
        const int Short = 70;
        const int HeadSize = 9;
        var numbers = new TestNumbers(5);
        var qkv = numbers.Floats(3 * Long * HeadSize, Values.Underflow);
        var (y, p) = Attend(Long, qkv);
        var (shortY, shortP) = Attend(Short, qkv[..(3 * Short * HeadSize)]);
        Conformance.AssertSameBits("outputs", shortY, y[..shortY.Length]);
        for (var i = 0; i < Short; i++)
            Conformance.AssertSameBits(
                $"row {i}", shortP[(i * Short)..((i + 1) * Short)], p[(i * Long)..((i * Long) + Short)]);

        (float[] Y, float[] P) Attend(int time, float[] input)
        {
            using var memory = new DeviceMemory(Device);
            var (output, probabilities) = (memory.Output(time * HeadSize), memory.Output(time * time));
            Device.AttentionForward(1, time, 1, HeadSize, memory.Upload(input), probabilities, output);
            return (DeviceMemory.Inner(memory.Download(output)), DeviceMemory.Inner(memory.Download(probabilities)));
        }
    }

    [Fact]
    public void The_embedding_gradient_is_the_product_with_the_one_hot_matrix()
    {
        const int Rows = 700;
        const int Width = 13;
        const int Vocabulary = 19;
        var numbers = new TestNumbers(6);
        var tokens = numbers.Integers(Rows, 0, Vocabulary - 1);
        var dx = numbers.Floats(Rows * Width, Values.Zeros);
        var head = numbers.Floats(Vocabulary * Width, Values.Zeros);
        var oneHot = new float[Rows * Vocabulary];
        for (var r = 0; r < Rows; r++)
            oneHot[(r * Vocabulary) + tokens[r]] = 1f;

        using var memory = new DeviceMemory(Device);
        var (sparse, dense, product) = (memory.Upload(head), memory.Upload(head), memory.Output(head.Length));
        Device.EmbeddingBackward(
            Rows, Rows, Width, memory.Upload(tokens), memory.Upload(dx), sparse, memory.Output(Rows * Width));
        Device.MatMul(true, false, Vocabulary, Width, Rows, memory.Upload(oneHot), memory.Upload(dx), product);
        Device.Add(dense, product, dense);
        Conformance.AssertSameBits("token gradient", memory.Download(dense), memory.Download(sparse));
    }

    private float[] Multiply(int m, int n, int k, float[] a, float[] b)
    {
        using var memory = new DeviceMemory(Device);
        var c = memory.Output(m * n);
        Device.MatMul(false, false, m, n, k, memory.Upload(a), memory.Upload(b), c);
        return DeviceMemory.Inner(memory.Download(c));
    }
}
