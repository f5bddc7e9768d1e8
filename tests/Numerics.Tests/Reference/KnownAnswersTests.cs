using Research.Numerics.Reference;

namespace Research.Numerics.Tests.Reference;

/// <summary>The reference programs give the published answers of <c>num-1</c>.</summary>
[Trait("Size", "Small")]
public class KnownAnswersTests
{
    [Theory]
    [InlineData(37, 53, 19, "EA23515D2E092523", "7E18EE41696B5A30")]
    [InlineData(100, 70, 300, "94F9C31176486811", "AC46E106FD3EAD78")]
    [InlineData(64, 64, 513, "41A44068CD6962A0", "94E88E20BEF0005D")]
    public void Matrix_product_has_the_published_hash(int m, int n, int k, string sha, string fnv)
    {
        var c = new float[m * n];
        MatMul.Run(
            false, false, m, n, k, KnownAnswers.Fill(m * k, 1), KnownAnswers.Fill(k * n, 2), c, accumulate: false);
        Assert.StartsWith(sha, KnownAnswers.Sha(c), StringComparison.Ordinal);
        Assert.Equal(fnv, KnownAnswers.Fnv(c));
    }

    [Theory]
    [InlineData(0f, 0x3F800000)]
    [InlineData(1f, 0x402DF854)]
    [InlineData(-1f, 0x3EBC5AB2)]
    [InlineData(0.5f, 0x3FD3094C)]
    [InlineData(-0.5f, 0x3F1B4598)]
    [InlineData(10f, 0x46AC14EE)]
    [InlineData(-10f, 0x383E6BCE)]
    [InlineData(-86.5f, 0x0113BC74)]
    [InlineData(-87f, 0x00B33687)]
    [InlineData(float.NegativeInfinity, 0x00B33687)]
    [InlineData(88f, 0x7EF882B7)]
    [InlineData(float.PositiveInfinity, 0x7EF882B7)]
    public void Exp_has_the_published_bits(float x, int bits) =>
        Assert.Equal(bits, BitConverter.SingleToInt32Bits(FloatFunctions.Exp(x)));

    [Fact]
    public void Exp_has_the_published_hash_over_random_bit_patterns()
    {
        var values = KnownAnswers.AnyBits(65536, 5);
        for (var i = 0; i < values.Length; i++)
            values[i] = FloatFunctions.Exp(values[i]);
        Assert.Equal("7BCD815E13C1E7C2", KnownAnswers.Fnv(values));
    }

    [Fact]
    public void Square_root_and_division_are_those_of_the_standard_and_not_contracted()
    {
        var values = KnownAnswers.AnyBits(65536, 5);
        for (var i = 0; i < values.Length; i++)
        {
            var magnitude = MathF.Abs(values[i]);
            var result = MathF.Sqrt(magnitude) / (1f + (magnitude * 0.3f));
            values[i] = float.IsNaN(result) ? 0f : result;
        }

        Assert.Equal("FAD5FCEB9D25361B", KnownAnswers.Fnv(values));
    }
}
