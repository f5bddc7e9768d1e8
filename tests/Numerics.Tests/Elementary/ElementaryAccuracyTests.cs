using Research.Numerics.Tests.Reference;
using Xunit.Abstractions;
using static Research.Numerics.Elementary;

namespace Research.Numerics.Tests;

/// <summary>The stated error bounds, against 256-bit arithmetic, on samples spread over the whole range.</summary>
public sealed class ElementaryAccuracyTests(ITestOutputHelper output)
{
    private static readonly int Samples = ExhaustiveTests.Requested ? 20_000 : 1000;

    [Theory, InlineData(-745.13, -708.4, 1.0), InlineData(-708.3, 709.78, 0.7), InlineData(-1, 1, 0.7)]
    [InlineData(-1e-9, 1e-9, 0.7)]
    public void Exp_is_within_its_bound(double from, double to, double bound) =>
        AssertWithin(bound, Uniformly(from, to), Exp, x => BigFunctions.Exp(x));

    [Theory, InlineData(-60, 709.78), InlineData(-2, 2), InlineData(-1e-9, 1e-9)]
    public void Expm1_is_within_its_bound(double from, double to) =>
        AssertWithin(1.2, Uniformly(from, to), Expm1, x => BigFunctions.Exp(x) - 1);

    [Fact]
    public void Log_is_within_its_bound_over_all_magnitudes() =>
        AssertWithin(0.7, AllMagnitudes(double.Epsilon, double.MaxValue), Log, x => BigFunctions.Log(x));

    [Theory, InlineData(0.7, 1.42), InlineData(0.999999, 1.000001), InlineData(0.1, 10)]
    public void Log_is_within_its_bound_about_1(double from, double to) =>
        AssertWithin(0.7, Uniformly(from, to), Log, x => BigFunctions.Log(x));

    [Theory, InlineData(-0.999999999, 1.0), InlineData(-1e-3, 1e-3), InlineData(1.0, 1000.0), InlineData(-1e-12, 1e-12)]
    public void Log1p_is_within_its_bound(double from, double to) =>
        AssertWithin(0.7, Uniformly(from, to), Log1p, x => BigFunctions.Log((Big)1 + x));

    [Fact]
    public void Log1p_is_within_its_bound_for_large_arguments() =>
        AssertWithin(0.7, AllMagnitudes(0.5, double.MaxValue), Log1p, x => BigFunctions.Log((Big)1 + x));

    [Theory, InlineData(0.9, 1.1, 3000.0), InlineData(1e-10, 1e10, 25.0), InlineData(0.01, 100, -7.3)]
    [InlineData(0.5, 2, 0.01)]
    public void Pow_is_within_its_bound(double from, double to, double largestExponent)
    {
        var draws = new PhiloxStream(new Philox(2, "Pow"));
        var worst = 0.0;
        for (var i = 0; i < Samples; i++)
        {
            var x = from + (to - from) * draws.UniformDouble();
            var y = largestExponent * draws.UniformDouble();
            var exact = BigFunctions.Exp((Big)y * BigFunctions.Log(x));
            var actual = Pow(x, y);
            if (double.IsInfinity(actual) || Math.Abs(actual) < 1e-305) continue;
            worst = Math.Max(worst, exact.UlpsFrom(actual));
            Assert.True(worst <= 0.7, $"Pow({x:R}, {y:R}) = {actual:R} is {worst} ulp off");
        }

        output.WriteLine($"largest error {worst:F4} ulp");
    }

    [Theory, InlineData(-4.0, 4.0), InlineData(-1e4, 1e4), InlineData(-1073741824.0, 1073741824.0)]
    [InlineData(-1e-3, 1e-3)]
    public void Sin_and_Cos_are_within_their_bound(double from, double to)
    {
        AssertWithin(0.8, Uniformly(from, to), Sin, x => BigFunctions.SinCos(x).Sin);
        AssertWithin(0.8, Uniformly(from, to), Cos, x => BigFunctions.SinCos(x).Cos);
    }

    [Fact]
    public void Sin_and_Cos_keep_their_bound_next_to_multiples_of_half_pi()
    {
        var angles = Enumerable.Range(1, 1000).Select(n => n * 1.5707963267948966 * (1 + n % 7 * 10000));
        AssertWithin(0.8, angles, Sin, x => BigFunctions.SinCos(x).Sin);
        AssertWithin(0.8, angles, Cos, x => BigFunctions.SinCos(x).Cos);
    }

    [Theory, InlineData(1e-12, 0.5), InlineData(0.5, 4.0), InlineData(0.999, 1.001), InlineData(1.999, 2.001)]
    [InlineData(4.0, 60.0), InlineData(60.0, 1e7)]
    public void LogGamma_is_within_its_bound(double from, double to) =>
        AssertWithin(8, Uniformly(from, to), LogGamma, x => BigFunctions.LogGamma(x));

    [Fact]
    public void InverseNormal_is_within_its_bound()
    {
        var worst = 0.0;
        foreach (var p in Uniformly(0, 1).Where(p => p < 0.5).Concat(AllMagnitudes(double.Epsilon, 0.5)))
        {
            var z = InverseNormal(p);
            var (probability, density) = BigFunctions.Normal(z);
            var exact = (Big)z - (probability - p) / density;
            worst = Math.Max(worst, exact.UlpsFrom(z));
            Assert.True(worst <= 6, $"InverseNormal({p:R}) = {z:R} is {worst} ulp off");
        }

        output.WriteLine($"largest error {worst:F4} ulp");
    }

    private void AssertWithin(
        double bound, IEnumerable<double> arguments, Func<double, double> function, Func<double, Big> exact)
    {
        var worst = 0.0;
        foreach (var x in arguments)
        {
            var actual = function(x);
            var error = exact(x).UlpsFrom(actual);
            Assert.True(error <= bound, $"at {x:R}: {actual:R} is {error} ulp from {exact(x)}, bound {bound}");
            worst = Math.Max(worst, error);
        }

        output.WriteLine($"largest error {worst:F4} ulp");
    }

    private static IEnumerable<double> Uniformly(double from, double to)
    {
        var draws = new PhiloxStream(new Philox(1, "Uniformly"));
        for (var i = 0; i < Samples; i++) yield return from + (to - from) * draws.UniformDouble();
    }

    /// <summary>Positive doubles with evenly spread bit patterns, so that every magnitude occurs as often.</summary>
    private static IEnumerable<double> AllMagnitudes(double from, double to)
    {
        var draws = new PhiloxStream(new Philox(1, "AllMagnitudes"));
        var (low, high) = (BitConverter.DoubleToInt64Bits(from), BitConverter.DoubleToInt64Bits(to));
        for (var i = 0; i < Samples; i++)
            yield return BitConverter.Int64BitsToDouble(low + (long)((high - low) * draws.UniformDouble()));
    }
}
