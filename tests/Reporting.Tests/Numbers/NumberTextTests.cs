using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Tests.Numbers;

public class NumberTextTests
{
    [Theory]
    [InlineData(-1.32149, -1.4471, -1.1959, "per example", "−1.32 [−1.45,\u00A0−1.20] per example")]
    [InlineData(0.97123, 0.9601, 0.9823, "share", "97.1\u202F% [96.0,\u00A098.2]")]
    [InlineData(1234.5, 1111, 1358, "steps", "1,234 [1,111,\u00A01,358] steps")]
    [InlineData(0.0000123456, 0.0000113, 0.0000134, "nats", "1.23 × 10⁻⁵ [1.13 × 10⁻⁵,\u00A01.34 × 10⁻⁵] nats")]
    [InlineData(1, 1, 1, "share", "100\u202F% [100,\u00A0100]")]
    public void An_interval_says_how_many_digits_count(double value, double low, double high, string unit, string expected)
        => Assert.Equal(expected, NumberText.Full(new Number("x", value, unit, low, high, 3)));

    [Theory]
    [InlineData(0.0123456, "nats", "0.0123 nats")]
    [InlineData(0, "nats", "0 nats")]
    [InlineData(-12.3456, "", "−12.3")]
    [InlineData(123456, "tokens", "123,456 tokens")]
    [InlineData(0.25, "share", "25.0\u202F%")]
    [InlineData(2.5e-8, "", "2.50 × 10⁻⁸")]
    public void Without_an_interval_three_digits_are_shown(double value, string unit, string expected)
        => Assert.Equal(expected, NumberText.Full(new Number("x", value, unit, null, null, 3)));

    [Fact]
    public void A_count_is_shown_with_its_total()
        => Assert.Equal("12 of 400,000 tuples", NumberText.Full(new Number("x", 12, "of tuples", null, null, 400_000)));

    [Fact]
    public void The_precise_text_has_every_digit()
        => Assert.Equal(
            "a.b = 0.1 nats, 95 % interval -1E-07 to 0.30000000000000004, n = 3",
            NumberText.Precise(new Number("a.b", 0.1, "nats", -1e-7, 0.1 + 0.2, 3)));

    [Theory]
    [InlineData(new[] { 2.944, 0.9834, 0.9710 }, 3)]
    [InlineData(new[] { 0.0124, 0.0124 }, 4)]
    [InlineData(new[] { 100000.0, 5 }, 0)]
    [InlineData(new[] { 0.5, 0.25 }, 2)]
    [InlineData(new double[0], 0)]
    public void A_column_shares_its_decimals(double[] values, int expected)
        => Assert.Equal(expected, NumberText.DecimalsOf(values));

    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(0.02, 2, "0.02")]
    [InlineData(0.00016, 4, "1.6 × 10⁻⁴")]
    [InlineData(-1.5, 1, "−1.5")]
    public void A_value_that_the_columns_decimals_would_hide_is_a_power_of_ten(double value, int decimals, string expected)
        => Assert.Equal(expected, NumberText.InColumn(value, decimals));
}
