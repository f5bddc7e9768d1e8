using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class CancellationTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_stop_aborts_the_running_jobs_and_what_was_finished_stays_cached()
    {
        using var stop = new CancellationTokenSource();
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (target, name, job) =>
                {
                    if (target != "Upper" || name != "b x2")
                        return;
                    stop.Cancel();
                    job.Report(1, 2, "letters");
                },
            },
        };

        var outcome = _sandbox.Run(build, host => host with { Cancellation = stop.Token }, "--jobs", "1");

        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("stopping: the running jobs are asked to end", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("b x2: aborted after < 1sec", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Upper +Aborted +3 +0 +< 1sec$", outcome.Output);
        Assert.Matches(@"(?m)^Join +NotRun +1 +0$", outcome.Output);
        Assert.Contains("Build cancelled on ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Errors & Warnings", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["Join all", "Upper b x2", "Upper c x2"], _sandbox.Run().Ran);
    }

    [Fact]
    public void A_stop_before_the_first_job_runs_nothing()
    {
        var build = new TextBuild();

        var outcome = _sandbox.Run(build, host => host with { Cancellation = new CancellationToken(canceled: true) });

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
    }
}
