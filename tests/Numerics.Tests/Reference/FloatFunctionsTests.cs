using Research.Numerics.Reference;
using Xunit.Abstractions;

namespace Research.Numerics.Tests.Reference;

/// <summary>Elementary functions of kernels stay within their stated error of the true values.</summary>
public class FloatFunctionsTests(ITestOutputHelper output)
{
    // Prime, so that a stride over all bit patterns meets every exponent and no regular mantissas.
    private const uint Stride = 6007;

    [Fact]
    public void Exp_is_within_its_stated_error() => AssertExp(Stride);

    [Fact]
    public void Log_is_within_its_stated_error() => AssertLog(Stride);

    [SkippableFact]
    public void Exp_and_log_are_within_their_stated_errors_for_every_float()
    {
        Skip.IfNot(
            ExhaustiveTests.Requested,
            "Takes minutes; set RESEARCH_EXHAUSTIVE=1 to run it.");
        AssertExp(1);
        AssertLog(1);
    }

    [Fact]
    public void Exp_saturates_and_never_gives_zero_or_infinity()
    {
        Assert.Equal(FloatFunctions.Exp(-87f), FloatFunctions.Exp(float.MinValue));
        Assert.Equal(FloatFunctions.Exp(88f), FloatFunctions.Exp(float.MaxValue));
        Assert.True(float.IsNormal(FloatFunctions.Exp(float.NegativeInfinity)));
        Assert.True(float.IsNaN(FloatFunctions.Exp(float.NaN)));
    }

    [Fact]
    public void Log_of_special_values()
    {
        Assert.Equal(0, BitConverter.SingleToInt32Bits(FloatFunctions.Log(1f)));
        Assert.Equal(float.NegativeInfinity, FloatFunctions.Log(-0f));
        Assert.Equal(float.PositiveInfinity, FloatFunctions.Log(float.PositiveInfinity));
        Assert.True(float.IsNaN(FloatFunctions.Log(-1f)));
        Assert.True(float.IsNaN(FloatFunctions.Log(float.NaN)));
    }

    private void AssertExp(uint stride)
    {
        var worst = 0.0;
        for (ulong pattern = 0; pattern <= uint.MaxValue; pattern += stride)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)pattern);
            if (x is >= -87f and <= 88f)
                worst = Math.Max(worst, Error(x, FloatFunctions.Exp(x), Math.Exp(x), 1.011));
        }

        output.WriteLine($"exp: largest error {worst:F4} ulp");
    }

    private void AssertLog(uint stride)
    {
        var worst = 0.0;
        for (var pattern = 1u; pattern < 0x7F800000; pattern += stride)
        {
            var x = BitConverter.UInt32BitsToSingle(pattern);
            if (x != 1f)
                worst = Math.Max(worst, Error(x, FloatFunctions.Log(x), Math.Log(x), 0.854));
        }

        output.WriteLine($"log: largest error {worst:F4} ulp");
    }

    private static double Error(float x, float actual, double exact, double bound)
    {
        // One unit in the last place of a normal float with the exponent of the exact value.
        var unit = Math.ScaleB(1.0, Math.ILogB(exact) - 23);
        var error = Math.Abs(actual - exact) / unit;
        if (!(error <= bound))
            Assert.Fail($"At {x:G9}: {actual:G9}, {error:F4} ulp from {exact:G17}.");
        return error;
    }
}
