using System.Text.RegularExpressions;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Verification;

public sealed class SampleTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public SampleTests() => _sandbox.Run();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_sample_has_exactly_its_size(int count)
    {
        var outcome = Verify("--sample", $"{count}");

        Assert.Equal(count, outcome.Ran.Count);
        Assert.Contains($"{count} of {count} {(count == 1 ? "job reproduces" : "jobs reproduce")} bit for bit", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_larger_than_all_is_all() => Assert.Equal(7, Verify("--sample", "100").Ran.Count);

    [Fact]
    public void An_empty_sample_is_refused()
    {
        var outcome = Verify("--sample", "0");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--sample", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_picks_the_same_jobs() =>
        Assert.Equal(Verify("--sample", "3", "--sample-seed", "x").Ran, Verify("--sample", "3", "--sample-seed", "x").Ran);

    [Fact]
    public void Seeds_pick_every_job_sooner_or_later()
    {
        var picked = Enumerable.Range(0, 40).SelectMany(seed => Verify("--sample", "1", "--sample-seed", $"{seed}").Ran);

        Assert.Equal(7, picked.Distinct().Count());
    }

    [Fact]
    public void Without_a_seed_the_choice_has_one_of_its_own_that_repeats_it()
    {
        var first = Verify("--sample", "3");
        var seed = Regex.Match(first.Output, "3 of 7 cached jobs, picked by --sample-seed ([0-9a-f]{16})").Groups[1].Value;

        Assert.Equal(first.Ran, Verify("--sample", "3", "--sample-seed", seed).Ran);
        Assert.DoesNotContain(seed, Verify("--sample", "3").Output, StringComparison.Ordinal);
    }

    private Outcome Verify(params string[] arguments) => _sandbox.Run(new VerifiedBuild(), ["Verify", .. arguments]);
}
