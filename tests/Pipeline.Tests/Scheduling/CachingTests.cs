using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class CachingTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_first_run_runs_every_job_and_shows_the_artifacts_in_the_folder_of_the_profile()
    {
        var outcome = _sandbox.Run();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            ["Join all", "Upper a x2", "Upper b x2", "Upper c x2", "Write a x2", "Write b x2", "Write c x2"], outcome.Ran);
        Assert.Equal("AA, BB, CC", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
        Assert.Equal("bb", _sandbox.Read("artifacts/laptop/write/b-x2/text.txt"));
    }

    [Fact]
    public void A_second_run_runs_nothing()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
    }
}
