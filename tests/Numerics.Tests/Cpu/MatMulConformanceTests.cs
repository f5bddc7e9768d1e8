namespace Research.Numerics.Tests.Cpu;

/// <summary>Matrix products on every device have the bits of the reference program.</summary>
public class MatMulConformanceTests
{
    private static readonly int[] Sides =
        [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 15, 16, 17, 19, 23, 24, 25, 31, 32, 33, 47, 48, 49, 64, 65];

    private static readonly int[] Depths =
        [0, 1, 2, 3, 7, 16, 31, 64, 127, 255, 256, 257, 511, 512, 513, 768, 1000, 1009];

    [Theory]
    [InlineData(Values.Uniform)]
    [InlineData(Values.Zeros)]
    [InlineData(Values.Denormal)]
    [InlineData(Values.Underflow)]
    [InlineData(Values.Large)]
    [InlineData(Values.Wide)]
    public void Every_shape_and_transposition(Values values)
    {
        var numbers = new TestNumbers((uint)values);
        for (var round = 0; round < 20; round++)
            Check(numbers, values, numbers.Pick(Sides), numbers.Pick(Sides), numbers.Pick(Depths));
    }

    [Theory]
    [InlineData(300, 19, 64)]
    [InlineData(19, 70, 300)]
    [InlineData(97, 130, 257)]
    [InlineData(200, 257, 33)]
    [InlineData(64, 200, 513)]
    [InlineData(1024, 33, 40)]
    [InlineData(1024, 135, 260)]
    public void Shapes_that_are_cut_into_several_items(int m, int n, int k) =>
        Check(new TestNumbers((uint)m), Values.Uniform, m, n, k);

    [Fact]
    [Trait("Size", "Small")]
    public void A_few_small_shapes()
    {
        var numbers = new TestNumbers(9);
        foreach (var (m, n, k) in new[] { (1, 1, 1), (5, 3, 2), (13, 19, 33), (4, 2, 513) })
            Check(numbers, Values.Underflow, m, n, k);
    }

    private static void Check(TestNumbers numbers, Values values, int m, int n, int k)
    {
        var a = numbers.Floats(m * k, values);
        var b = numbers.Floats(k * n, values);
        var c = numbers.Floats(m * n, values);
        foreach (var (transposeA, transposeB) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            foreach (var accumulate in new[] { false, true })
            {
                Conformance.Check($"{m}x{n}x{k}, {transposeA}, {transposeB}, {accumulate}, {values}", memory =>
                {
                    var result = accumulate ? memory.Upload(c) : memory.Output(c.Length);
                    memory.Device.MatMul(
                        transposeA, transposeB, m, n, k, memory.Upload(a), memory.Upload(b), result, accumulate);
                    return [memory.Download(result)];
                });
            }
        }
    }
}
