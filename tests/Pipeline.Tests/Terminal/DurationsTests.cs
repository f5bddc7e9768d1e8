using Research.Pipeline.Terminal;

namespace Research.Pipeline.Tests.Terminal;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(0, "< 1sec")]
    [InlineData(0.999, "< 1sec")]
    [InlineData(1, "0:01")]
    [InlineData(59.9, "0:59")]
    [InlineData(60, "1:00")]
    [InlineData(161, "2:41")]
    [InlineData(600, "10:00")]
    [InlineData(1200, "20:00")]
    [InlineData(3599, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(3761, "1:02:41")]
    [InlineData(100 * 3600, "100:00:00")]
    public void Durations_read_as_clocks_and_short_ones_as_less_than_a_second(double seconds, string expected) =>
        Assert.Equal(expected, Durations.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Time_left_counts_down_to_zero() => Assert.Equal("0:00", Durations.Clock(TimeSpan.FromSeconds(0.4)));
}
