using Research.Jobs;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class ProgressMeterTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_job_that_reported_nothing_has_no_reading() => Assert.Null(new ProgressMeter(_time).Read());

    [Fact]
    public void Rate_and_time_left_follow_from_a_steady_job()
    {
        var meter = new ProgressMeter(_time);
        Report(meter, from: 0, seconds: 10, perSecond: 50, total: 2000);

        var reading = meter.Read()!;

        Assert.Equal(50, reading.Rate, 1e-9);
        Assert.Equal(0.25, reading.Share, 1e-9);
        Assert.Equal(TimeSpan.FromSeconds(30), reading.Left);
    }

    [Fact]
    public void The_rate_is_that_of_the_last_half_minute()
    {
        var meter = new ProgressMeter(_time);
        Report(meter, from: 0, seconds: 100, perSecond: 1000, total: 1e6);
        Report(meter, from: 100_000, seconds: 60, perSecond: 10, total: 1e6);

        Assert.Equal(10, meter.Read()!.Rate, 1e-9);
    }

    [Fact]
    public void A_new_phase_has_a_rate_of_its_own()
    {
        var meter = new ProgressMeter(_time);
        Report(meter, from: 0, seconds: 10, perSecond: 50, total: 2000);
        meter.Report(new JobProgress(0, 8, "prompts"));

        Assert.Equal(0, meter.Read()!.Rate);
        Assert.Null(meter.Read()!.Left);
    }

    [Fact]
    public void Many_reports_a_second_keep_few_samples()
    {
        var meter = new ProgressMeter(_time);
        for (var i = 1; i <= 10_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            meter.Report(new JobProgress(i, 20_000, "steps"));
        }

        Assert.Equal(1000, meter.Read()!.Rate, 1e-6);
    }

    private void Report(ProgressMeter meter, double from, int seconds, double perSecond, double total)
    {
        meter.Report(new JobProgress(from, total, "tok"));
        for (var i = 1; i <= seconds; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            meter.Report(new JobProgress(from + i * perSecond, total, "tok"));
        }
    }
}
