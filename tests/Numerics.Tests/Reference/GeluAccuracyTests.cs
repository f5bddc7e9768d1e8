using Research.Numerics.Reference;
using Xunit.Abstractions;

namespace Research.Numerics.Tests.Reference;

/// <summary>
/// GELU and its derivative stay within their stated errors of the tanh form in double precision: on a grid over all floats, and with
/// RESEARCH_EXHAUSTIVE=1 on every one from 2^-40 in size.
/// </summary>
public class GeluAccuracyTests(ITestOutputHelper output)
{
    private const int Batch = 4096;

    [Theory]
    [InlineData(0f, 10f, 2.0)]
    [InlineData(10f, 1e10f, 0.0)]
    [InlineData(-1f, 0f, 2.8)]
    [InlineData(-3f, -1f, 15.0)]
    [InlineData(-9.9f, -3f, 200.0)]
    public void Gelu_is_within_its_stated_error_in_units_of_the_last_place(float from, float to, double bound) =>
        AssertWithin(bound, from, to, GeluOf, Exact, exact => Math.ScaleB(1.0, Math.Max(Math.ILogB(exact), -126) - 23));

    [Theory]
    [InlineData(-10f, 10f, 17.0)]
    [InlineData(-1e10f, -10f, 1.0)]
    [InlineData(10f, 1e10f, 1.0)]
    public void Its_derivative_is_within_its_stated_error_in_units_of_the_last_place_of_1(float from, float to, double bound) =>
        AssertWithin(bound, from, to, DerivativeOf, ExactDerivative, _ => Math.ScaleB(1.0, -23));

    [Fact]
    public void Far_below_zero_gelu_is_zero_to_within_1e_minus_28()
    {
        foreach (var x in new[] { -9.9f, -10f, -10.1f, -20f, -1e3f, -1e9f })
            Assert.InRange(GeluOf([x])[0], -1e-28f * MathF.Max(1f, -x), 0f);
    }

    private static double Z(double x) => 2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x));

    private static double Exact(double x) => x / (1 + Math.Exp(-Z(x)));

    private static double ExactDerivative(double x)
    {
        var (s, other) = (1 / (1 + Math.Exp(-Z(x))), 1 / (1 + Math.Exp(Z(x))));
        return s + (x * s * other * 2 * Math.Sqrt(2 / Math.PI) * (1 + (3 * 0.044715 * x * x)));
    }

    private static float[] GeluOf(float[] x)
    {
        var y = new float[x.Length];
        Gelu.Forward(x, y);
        return y;
    }

    private static float[] DerivativeOf(float[] x)
    {
        var dx = new float[x.Length];
        Gelu.Backward(x, Enumerable.Repeat(1f, x.Length).ToArray(), dx);
        return dx;
    }

    private void AssertWithin(
        double bound, float from, float to, Func<float[], float[]> function, Func<double, double> exact, Func<double, double> unit)
    {
        var (worst, at) = (0.0, 0f);
        foreach (var x in Floats(from, to).Chunk(Batch))
        {
            var y = function(x);
            for (var i = 0; i < x.Length; i++)
            {
                var right = exact(x[i]);
                var error = y[i] == right ? 0 : Math.Abs(y[i] - right) / unit(right);
                if (!(error <= worst)) (worst, at) = (error, x[i]);
            }
        }

        output.WriteLine($"[{from:G9}, {to:G9}]: largest error {worst:F4} ulp, at {at:G9}");
        Assert.True(worst <= bound, $"At {at:G9} the error is {worst:F4} ulp, the stated bound {bound}.");
    }

    /// <summary>The floats of an interval, or one in 6007 of them: a prime, so that a grid of bit patterns has no regular mantissas.</summary>
    private static IEnumerable<float> Floats(float from, float to)
    {
        if (to > 0f)
        {
            foreach (var size in Sizes(MathF.Max(from, 0f), to)) yield return size;
        }

        if (from < 0f)
        {
            foreach (var size in Sizes(MathF.Max(-to, 0f), -from)) yield return -size;
        }
    }

    private static IEnumerable<float> Sizes(float from, float to)
    {
        // Below 2^-40 the function is x / 2 and its derivative 1 / 2, whatever the mantissa.
        var everyFrom = ExhaustiveTests.Requested ? BitConverter.SingleToInt32Bits(9.09494702e-13f) : int.MaxValue;
        var last = BitConverter.SingleToInt32Bits(to);
        for (var pattern = BitConverter.SingleToInt32Bits(from); pattern <= last; pattern += pattern < everyFrom ? 6007 : 1)
            yield return BitConverter.Int32BitsToSingle(pattern);
    }
}
