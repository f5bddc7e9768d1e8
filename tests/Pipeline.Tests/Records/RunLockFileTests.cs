using System.Text.Json;
using System.Text.RegularExpressions;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Records;

public sealed class RunLockFileTests : IDisposable
{
    private const string File = "artifacts/laptop/run.json";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_lock_file_names_every_job_with_key_components_output_cost_and_status()
    {
        _sandbox.Run("--letters", "a");
        _sandbox.Run("--letters", "a,b");

        using var run = JsonDocument.Parse(_sandbox.Read(File));
        var jobs = run.RootElement.GetProperty("jobs").EnumerateArray().ToList();
        Assert.Equal(
            ["Write/a x2/Cached", "Write/b x2/Succeeded", "Upper/a x2/Cached", "Upper/b x2/Succeeded", "Join/all/Succeeded"],
            jobs.Select(job => $"{job.GetProperty("target")}/{job.GetProperty("job")}/{job.GetProperty("status")}"));
        Assert.All(jobs, job =>
        {
            Assert.Matches("^[0-9a-f]{64}$", job.GetProperty("key").GetString());
            Assert.Matches("^[0-9a-f]{64}$", job.GetProperty("output").GetString());
            Assert.True(job.GetProperty("seconds").GetDouble() >= 0);
            Assert.True(job.GetProperty("peakBytes").GetInt64() > 1_000_000);
            Assert.Equal("2", job.GetProperty("machine").GetString()![..1]);
        });
        Assert.Equal("2", jobs[0].GetProperty("components").GetProperty("spec.Times").GetString());
        Assert.Equal(
            jobs[0].GetProperty("output").GetString(), jobs[2].GetProperty("components").GetProperty("input.text").GetString());
        Assert.Equal("a,b", run.RootElement.GetProperty("parameters").GetProperty("Letters").GetString());
        Assert.Equal(2, run.RootElement.GetProperty("targets")[0].GetProperty("jobs").GetInt32());
    }

    [Fact]
    public void Two_cached_runs_write_the_same_but_for_times()
    {
        _sandbox.Run();
        _sandbox.Run();
        var first = Scrub(_sandbox.Read(File));
        _sandbox.Run("--jobs", "1");

        Assert.Equal(first, Scrub(_sandbox.Read(File)));
    }

    [Fact]
    public void A_failed_run_is_recorded_too()
    {
        _sandbox.Run(new TextBuild { Probe = new Probe { Inside = (target, _, _) => Assert.NotEqual("Upper", target) } }, "--jobs", "1");

        using var run = JsonDocument.Parse(_sandbox.Read(File));
        Assert.Equal(
            ["Succeeded", "Succeeded", "Succeeded", "Failed", "NotRun", "NotRun", "NotRun"],
            run.RootElement.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("status").GetString()));
    }

    private static string Scrub(string json) => Regex.Replace(json, "\"(started|seconds|finished)\": [^,\n]*", "");
}
