using Research.Pipeline.Scheduling;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Tests.Terminal;

public sealed class ProgressTextTests
{
    [Fact]
    public void A_reading_shows_percent_note_rate_and_time_left()
    {
        var reading = new ProgressReading(0.619, 71_300, "tok", "loss 1.043", TimeSpan.FromSeconds(9.7));

        Assert.Equal(["61 %", "loss 1.043", "71k tok/s", "0:09 left"], ProgressText.Parts(reading));
    }

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal(["0 %"], ProgressText.Parts(new ProgressReading(0, 0, "tok", "", null)));

    [Theory]
    [InlineData(0.25, "0.3 rows/s")]
    [InlineData(9.94, "9.9 rows/s")]
    [InlineData(42.4, "42 rows/s")]
    [InlineData(1_234, "1.2k rows/s")]
    [InlineData(2_500_000, "2.5M rows/s")]
    public void Rates_have_two_or_three_digits(double rate, string expected) =>
        Assert.Equal(expected, ProgressText.Rate(new ProgressReading(0.5, rate, "rows", "", null)));

    [Fact]
    public void A_live_line_fits_the_terminal_and_cuts_what_does_not()
    {
        var reading = new ProgressReading(0.5, 71_300, "tok", "loss 1.043", TimeSpan.FromSeconds(9));

        var wide = LiveLine.Of("seed 3", 10, reading, TimeSpan.Zero, 120);
        var narrow = LiveLine.Of("released e=0.02 · w96 · seed 3", 30, reading, TimeSpan.Zero, 50);

        Assert.Equal("seed 3      ", wide.Label);
        Assert.Equal(wide.Done.Length, wide.Rest.Length);
        Assert.Equal("  50 %  loss 1.043  71k tok/s  0:09 left", wide.Tail);
        Assert.Equal(50, narrow.Label.Length + narrow.Done.Length + narrow.Rest.Length + narrow.Tail.Length);
        Assert.EndsWith("…", narrow.Tail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_340, "1.3 kB")]
    [InlineData(412_300_000, "412 MB")]
    [InlineData(999_700_000, "1.0 GB")]
    public void Sizes_have_two_or_three_digits(long bytes, string expected) => Assert.Equal(expected, Sizes.Format(bytes));
}
