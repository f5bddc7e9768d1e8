using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Explain;

public sealed class WhyTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Before_the_first_run_nothing_ever_ran() =>
        Assert.Equal("""
            Write / a x2, Write / b x2, Write / c x2 would run:
              never ran
            Upper / a x2, Upper / b x2, Upper / c x2 would run:
              never ran
              depends on Write, which would run
            Join / all would run:
              never ran
              depends on Upper, which would run

            """, _sandbox.Run("--why").Output);

    [Fact]
    public void After_a_run_everything_is_up_to_date()
    {
        _sandbox.Run();

        Assert.Equal("7 jobs are up to date.\n", _sandbox.Run("--why").Output);
    }

    [Fact]
    public void A_changed_spec_is_named_with_its_old_and_its_new_value()
    {
        _sandbox.Run();

        Assert.Equal("""
            Join / all would run again:
              spec.IsLoud  false -> true
              spec.Separator  ", " -> "-"

            """, _sandbox.Run("--why", "--separator", "-", "--loud").Output);
    }

    [Fact]
    public void A_changed_input_is_named_with_its_digests_and_the_job_it_comes_from()
    {
        _sandbox.Run("Stop", "--letters", "a,b");

        Assert.Matches("""
            ^Stop / all would run again:
              input texts\[0\]  [0-9a-f]{12} -> [0-9a-f]{12}  \(Write / b x2\)
              input texts\[1\]  [0-9a-f]{12} -> [0-9a-f]{12}  \(Write / a x2\)
            $
            """.Replace("\r", "", StringComparison.Ordinal), _sandbox.Run("Stop", "--letters", "b,a", "--why").Output);
    }

    [Fact]
    public void A_job_that_would_read_unknown_inputs_says_on_which_job_it_depends()
    {
        _sandbox.Run("--letters", "a");
        _sandbox.Write(".nuke/parameters.json", """{ "Times": 3 }""");

        Assert.Equal("""
            Write / a x3 would run:
              never ran
            Upper / a x3 would run:
              never ran
              depends on Write / a x3, which would run
            Join / all would run again:
              depends on Upper / a x3, which would run

            """, _sandbox.Run("--letters", "a", "--why").Output);
    }

    [Fact]
    public void A_removed_output_is_said_to_be_so_and_what_reads_it_stays_up_to_date()
    {
        _sandbox.Run();
        _sandbox.DeleteObject("artifacts/laptop/upper/b-x2");

        Assert.Equal("Upper / b x2 would run again:\n  output damaged or removed\n", _sandbox.Run("--why").Output);
    }

    [Fact]
    public void No_cache_is_a_reason() =>
        Assert.Contains("  forced by --no-cache", _sandbox.Run("--why", "--no-cache").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("Upper/b x2", 1)]
    [InlineData("upper / B x2", 1)]
    [InlineData("*/b x2", 2)]
    [InlineData("b-x2", 2)]
    [InlineData("Upper", 3)]
    [InlineData("*x?", 6)]
    public void Jobs_are_named_by_target_by_name_or_with_wildcards(string pattern, int jobs)
    {
        _sandbox.Run();

        var output = _sandbox.Run("--why", pattern).Output;

        Assert.Equal(jobs, jobs <= 3 ? output.Split('\n').Count(line => line.Contains(" is up to date: key ", StringComparison.Ordinal))
            : int.Parse(output.Split(' ')[0]));
    }

    [Fact]
    public void A_target_that_the_default_does_not_need_can_be_asked_about() =>
        Assert.Contains("Stop / all would run:", _sandbox.Run("--why", "Stop").Output, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_run_or_written()
    {
        _sandbox.Run("--why");
        _sandbox.Run("--dry-run");

        Assert.False(Directory.Exists(_sandbox.PathOf("artifacts/laptop")));
        Assert.False(Directory.Exists(_sandbox.PathOf("artifacts/store/objects")));
    }
}
