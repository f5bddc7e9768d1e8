namespace Research.Snapshots.Tests;

/// <summary>How a run of the build program ended, and what it printed.</summary>
internal sealed record BuildResult(string Arguments, int ExitCode, string Output, string Error)
{
    /// <summary>The result, if the run succeeded.</summary>
    public BuildResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Arguments}: exit code {ExitCode}\n{Error}\n{Output}");
        return this;
    }
}
