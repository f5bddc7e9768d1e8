using Research.Jobs;
using Research.Pipeline.Terminal;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Terminal;

public class LoggedProgressTests
{
    [Fact]
    public void A_line_every_five_seconds_tells_share_rate_and_time_left()
    {
        var (lines, time) = (new List<string>(), new ManualTime());
        var progress = new LoggedProgress(lines.Add, time);
        for (var second = 0; second <= 12; second++)
        {
            progress.Report(new JobProgress(second * 10, 200, "tok", "segment 2"));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["25 %, segment 2, 10 tok/s, 0:15 left", "50 %, segment 2, 10 tok/s, 0:10 left"], lines);
    }
}
