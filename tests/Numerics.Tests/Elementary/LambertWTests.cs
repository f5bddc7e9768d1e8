namespace Research.Numerics.Tests;

public class LambertWTests
{
    [Theory, InlineData(-0.3678), InlineData(-0.36), InlineData(-0.2), InlineData(-1e-5), InlineData(1e-300), InlineData(0.5), InlineData(2.5), InlineData(40), InlineData(1e200)]
    public void The_upper_branch_inverts_w_times_e_to_the_w(double x)
    {
        var w = Elementary.LambertW0(x);

        Assert.True(w >= -1);
        Close(x, w * Math.Exp(w), 1e-13 * Math.Max(1, Math.Abs(w)));
    }

    [Theory, InlineData(-0.3678), InlineData(-0.36), InlineData(-0.25), InlineData(-0.2), InlineData(-0.19), InlineData(-0.01), InlineData(-1e-5), InlineData(-1e-300)]
    public void The_lower_branch_inverts_it_too(double x)
    {
        var w = Elementary.LambertWMinus1(x);

        Assert.True(w <= -1);
        Close(x, w * Math.Exp(w), 1e-13 * Math.Max(1, Math.Abs(w)));
    }

    [Theory]
    [InlineData(1, 0.5671432904097838)]
    [InlineData(2.718281828459045, 1)]
    [InlineData(-0.25, -0.3574029561813889)]
    public void Known_values_of_the_upper_branch(double x, double expected) => Close(expected, Elementary.LambertW0(x), 3e-15);

    [Theory, InlineData(-0.25, -2.1532923641103499), InlineData(-0.1, -3.5771520639572971)]
    public void Known_values_of_the_lower_branch(double x, double expected) => Close(expected, Elementary.LambertWMinus1(x), 3e-15);

    [Fact]
    public void The_branches_meet_at_minus_one_with_the_slope_of_a_square_root()
    {
        Assert.Equal(-1, Elementary.LambertW0(-0.36787944117144233), 1e-7);
        Assert.Equal(-1, Elementary.LambertWMinus1(-0.36787944117144233), 1e-7);
        foreach (var p in new[] { 0.001, 0.0199, 0.0201, 0.1 })
        {
            var w = -1 + p;
            var x = w * Math.Exp(w);
            Close(p, 1 + Elementary.LambertW0(x), 1e-13 / (p * p));
            w = -1 - p;
            x = w * Math.Exp(w);
            Close(-p, 1 + Elementary.LambertWMinus1(x), 1e-13 / (p * p));
        }
    }

    [Fact]
    public void Outside_there_is_nothing()
    {
        Assert.True(double.IsNaN(Elementary.LambertW0(-0.3679)));
        Assert.True(double.IsNaN(Elementary.LambertWMinus1(-0.3679)));
        Assert.True(double.IsNaN(Elementary.LambertWMinus1(0.1)));
        Assert.Equal(double.NegativeInfinity, Elementary.LambertWMinus1(0));
        Assert.Equal(0, Elementary.LambertW0(0));
        Assert.True(double.IsNaN(Elementary.LambertW0(double.NaN)));
    }

    private static void Close(double expected, double actual, double relative)
        => Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
