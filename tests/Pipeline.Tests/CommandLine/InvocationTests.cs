using System.Collections.Concurrent;
using Research.Jobs;
using Research.Pipeline.CommandLine;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.CommandLine;

public sealed class InvocationTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("Wrte", "there is no target 'Wrte'. Did you mean 'Write'?")]
    [InlineData("Zebra", "there is no target 'Zebra'. There are: Write, Upper, Join")]
    [InlineData("--profil laptop", "there is no option '--profil'. Did you mean '--profile'?")]
    [InlineData("--tmes=3", "there is no option '--tmes'. Did you mean '--times'?")]
    [InlineData("--quux", "there is no option '--quux'. See --help.")]
    [InlineData("--profile lptop", "there is no profile 'lptop'. Did you mean 'laptop'? A profile is a file .nuke/parameters.NAME.json.")]
    [InlineData("--profile", "command line: Required argument missing for option: '--profile'. See --help.")]
    [InlineData("--jobs 0", "--jobs: '0' is not accepted. Accepted: integer, at least 1.")]
    [InlineData("--jobs many", "--jobs: 'many' is not accepted. Accepted: integer, at least 1.")]
    [InlineData("--device gpus", "--device: 'gpus' is not accepted. Did you mean 'gpu'? Accepted: auto | cpu | gpu.")]
    [InlineData("--verbosity norml", "--verbosity: 'norml' is not accepted. Did you mean 'normal'? Accepted: quiet | minimal | normal | verbose.")]
    [InlineData("--times 0", "--times: '0' is not accepted. Accepted: integer, from 1 to 100.")]
    [InlineData("--times 101", "--times: '101' is not accepted. Accepted: integer, from 1 to 100.")]
    [InlineData("--times 1.5", "--times: '1.5' is not accepted. Accepted: integer, from 1 to 100.")]
    [InlineData("--times 2 --times 3", "command line: Option '--times' expects a single argument but 2 were provided. See --help.")]
    [InlineData("Ask", "parameter Question: it is not set (A question; text). Pass --question, or set \"Question\" in the profile's file in .nuke.")]
    [InlineData("--why Jion", "--why: no target or job is named 'Jion'. Did you mean 'Join'?")]
    public void Bad_usage_is_told_with_what_may_have_been_meant_and_runs_nothing(string arguments, string message)
    {
        var outcome = _sandbox.Run(arguments.Split(' '));

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        Assert.Empty(outcome.Ran);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("auto", DeviceChoice.Auto)]
    [InlineData("cpu", DeviceChoice.Cpu)]
    [InlineData("GPU", DeviceChoice.Gpu)]
    public void The_device_reaches_every_job_and_is_part_of_no_key(string device, DeviceChoice expected)
    {
        var seen = new ConcurrentBag<DeviceChoice>();
        var build = new TextBuild { Probe = new Probe { Inside = (_, _, job) => seen.Add(job.Device) } };

        _sandbox.Run(build, all => all.Join, "--device", device);
        Assert.Equal(7, seen.Count);
        Assert.All(seen, choice => Assert.Equal(expected, choice));

        _sandbox.Run(build, all => all.Join, "--device", device == "cpu" ? "auto" : "cpu");
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public void Targets_may_be_written_in_any_case_and_named_twice() =>
        Assert.Equal(["Write a x2", "Write b x2", "Write c x2"], _sandbox.Run("write", "WRITE").Ran);

    [Fact]
    public void Several_targets_run_together_and_shared_jobs_once() =>
        Assert.Equal(7, _sandbox.Run("Write", "Upper", "Join").Ran.Count);

    [Fact]
    public void A_switch_takes_no_value_and_may_be_set_to_false()
    {
        _sandbox.Run("--loud", "Join");
        Assert.Equal("AA, BB, CC!", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));

        _sandbox.Run("--loud", "false");
        Assert.Equal("AA, BB, CC", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
    }

    [Fact]
    public void A_parameter_with_the_name_of_an_option_of_the_tool_is_refused()
    {
        using var bare = Sandbox.Bare();

        var outcome = bare.Run(new JobsBuild(), all => all.Nothing);

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.Contains("parameter Jobs: --jobs is an option of the tool. Rename the field.", outcome.Error, StringComparison.Ordinal);
    }

    private sealed class JobsBuild : Research.Pipeline.Dsl.ResearchBuild
    {
        [Research.Pipeline.Parameters.Parameter("Jobs")]
        private readonly int Jobs = 3;

        public Research.Pipeline.Dsl.Target Nothing => _ => _.Executes(() => Assert.Equal(3, Jobs));
    }
}
