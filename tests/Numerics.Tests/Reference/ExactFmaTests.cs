using Research.Numerics.Reference;
using Research.Numerics.Tests.Cpu;

namespace Research.Numerics.Tests.Reference;

/// <summary>The emulated fused multiply-add rounds once.</summary>
[Trait("Size", "Small")]
public class ExactFmaTests
{
    [Fact]
    public void The_product_is_not_rounded_before_the_sum() =>
        Assert.Equal(1.42108547e-14f, ExactFma.Emulate(1.00000012f, 1.00000012f, -1.00000024f));

    [Fact]
    public void A_tie_of_the_double_sum_is_decided_by_the_bits_below_it()
    {
        // The exact sum lies just above, or just below, the middle between 1 and its neighbor; in double it is the
        // middle.
        var middle = MathF.BitIncrement(1f);
        var half = (middle - 1f) / 2f;
        const float Tiny = 1e-30f;
        Assert.Equal(middle, ExactFma.Emulate(Tiny, Tiny, 1f) == 1f ? middle : 0f);
        Assert.Equal(middle, ExactFma.Emulate(1f + (2f * half), 1f, Tiny));
        Assert.Equal(middle, ExactFma.Emulate(half, 1.0000001f, 1f));
        Assert.Equal(1f, ExactFma.Emulate(half, 0.99999994f, 1f));
    }

    [SkippableFact]
    public void Emulation_equals_the_hardware()
    {
        Skip.IfNot(ExactFma.IsHardware, "This processor has no fused multiply-add.");
        var numbers = new TestNumbers(1);
        foreach (var values in Enum.GetValues<Values>())
        {
            var a = numbers.Floats(20_000, values);
            var b = numbers.Floats(20_000, numbers.Pick(values, Values.Uniform));
            var c = numbers.Floats(20_000, numbers.Pick(values, Values.Uniform, Values.Denormal));
            for (var i = 0; i < a.Length; i++)
            {
                // Every third sum cancels almost completely, every third lies close to a tie.
                var addend = (i % 3) switch
                {
                    0 => -(a[i] * b[i]),
                    1 => a[i] * b[i] * 16777216f,
                    _ => c[i],
                };
                var expected = MathF.FusedMultiplyAdd(a[i], b[i], addend);
                var actual = ExactFma.Emulate(a[i], b[i], addend);
                Assert.True(
                    BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual),
                    $"{a[i]:G9} x {b[i]:G9} + {addend:G9} is {actual:G9}, expected {expected:G9}.");
            }
        }
    }
}
