using static Research.Numerics.Elementary;

namespace Research.Numerics.Tests;

public sealed class ElementaryValueTests
{
    [Fact]
    public void Exp_of_the_edges_of_its_range()
    {
        Assert.Equal(1, Exp(0));
        Assert.Equal(0, Exp(double.NegativeInfinity));
        Assert.Equal(0, Exp(-745.2));
        Assert.Equal(double.Epsilon, Exp(-745.13));
        Assert.Equal(double.PositiveInfinity, Exp(709.79));
        Assert.Equal(double.PositiveInfinity, Exp(double.PositiveInfinity));
        Assert.True(double.IsFinite(Exp(709.782712893384)));
        Assert.True(double.IsNaN(Exp(double.NaN)));
    }

    [Fact]
    public void Logarithms_of_the_edges_of_their_range()
    {
        Assert.Equal(0, Log(1));
        Assert.Equal(double.NegativeInfinity, Log(0));
        Assert.True(double.IsNaN(Log(-1)));
        Assert.Equal(double.PositiveInfinity, Log(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, Log1p(-1));
        Assert.True(double.IsNaN(Log1p(-1.1)));
        Assert.Equal(1e-300, Log1p(1e-300));
        Assert.Equal(-1, Expm1(-100));
        Assert.Equal(1e-300, Expm1(1e-300));
        Assert.Equal(double.PositiveInfinity, Expm1(1000));
    }

    [Theory]
    [InlineData(0, 0, 1), InlineData(double.NaN, 0, 1), InlineData(1, double.NaN, 1)]
    [InlineData(0, 2, 0), InlineData(0, -2, double.PositiveInfinity), InlineData(-0.0, -3, double.NegativeInfinity)]
    [InlineData(-2, 3, -8), InlineData(-2, 4, 16), InlineData(-2, 0.5, double.NaN)]
    [InlineData(2, 1023, 8.98846567431158e307)]
    [InlineData(2, 1024, double.PositiveInfinity), InlineData(2, -1074, double.Epsilon), InlineData(2, -1080, 0)]
    [InlineData(0.5, double.PositiveInfinity, 0), InlineData(2, double.NegativeInfinity, 0)]
    [InlineData(-1, double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, 3, double.NegativeInfinity), InlineData(double.NegativeInfinity, -3, 0)]
    [InlineData(double.PositiveInfinity, 0.1, double.PositiveInfinity), InlineData(10, 3, 1000)]
    [InlineData(0.9, 1, 0.9)]
    public void Pow_has_the_special_values_of_IEEE_754(double x, double y, double expected) =>
        Assert.Equal(expected, Pow(x, y));

    [Fact]
    public void Sine_refuses_an_angle_it_cannot_reduce() => Assert.Throws<ArgumentOutOfRangeException>(() => Sin(1e10));

    [Fact]
    public void LogGamma_of_an_integer_is_the_logarithm_of_a_factorial()
    {
        Assert.Equal(0, LogGamma(1));
        Assert.Equal(0, LogGamma(2));
        Assert.Equal(double.PositiveInfinity, LogGamma(0));
        var factorial = 1.0;
        for (var n = 2; n <= 20; n++) Assert.Equal(Log(factorial *= n), LogGamma(n + 1), 1e-14);
    }

    [Theory, InlineData(0.975, 1.959963984540054), InlineData(0.5, 0), InlineData(1e-10, -6.361340902404056)]
    [InlineData(0, double.NegativeInfinity)]
    public void InverseNormal_of_published_probabilities(double p, double quantile) =>
        Assert.Equal(quantile, InverseNormal(p), 1e-14);

    [Fact]
    public void LogSumExp_neither_overflows_nor_loses_small_terms()
    {
        Assert.Equal(1000 + Log(3), LogSumExp([1000, 1000, 1000]), 1e-12);
        Assert.Equal(Log(6), LogSumExp([Log(1), Log(2), Log(3)]), 1e-15);
        Assert.Equal(double.NegativeInfinity, LogSumExp([]));
        Assert.Equal(double.NegativeInfinity, LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(double.PositiveInfinity, LogSumExp([0, double.PositiveInfinity]));
    }
}
