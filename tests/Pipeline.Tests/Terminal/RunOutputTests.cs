using System.Text.RegularExpressions;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Terminal;

public sealed class RunOutputTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_run_reads_as_nukes_does()
    {
        var outcome = _sandbox.Run(
            new TextBuild(), host => host with { Time = new ManualTime() }, "Print", "--jobs", "1", "--letters", "a,b");

        Assert.Equal("""
            research 1.0 · laptop · 1 core · CPU (?) · store 0 B

            ╬══════════
            ║ Write  0 of 2 cached
            ╬══

            10:00:00 [INF] a x2: runs (never ran)
            10:00:00 [INF] a x2: finished in < 1sec
            10:00:00 [INF] b x2: runs (never ran)
            10:00:00 [INF] b x2: finished in < 1sec

            ╬══════════
            ║ Upper  0 of 2 cached
            ╬══

            10:00:00 [INF] a x2: runs (never ran)
            10:00:00 [INF] a x2: finished in < 1sec
            10:00:00 [INF] b x2: runs (never ran)
            10:00:00 [INF] b x2: finished in < 1sec

            ╬═════════
            ║ Join  0 of 1 cached
            ╬══

            10:00:00 [INF] all: runs (never ran)
            10:00:00 [INF] all: finished in < 1sec

            ╬══════════
            ║ Print
            ╬══


            ════════════════════════════════════════════════════════
            Target             Status       Jobs   Cached   Duration
            ────────────────────────────────────────────────────────
            Write              Succeeded       2        0     < 1sec
            Upper              Succeeded       2        0     < 1sec
            Join               Succeeded       1        0     < 1sec
            Print              Succeeded                      < 1sec   // Length: 6
            ────────────────────────────────────────────────────────
            Total                              5        0     < 1sec
            ════════════════════════════════════════════════════════
            That was all.

            Build succeeded on 2026-11-20 10:00:00. ＼（＾ᴗ＾）／

            """, Scrub(outcome.Output));
    }

    [Fact]
    public void A_cached_run_shows_the_table_only()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run(new TextBuild(), host => host with { Time = new ManualTime() });

        Assert.Equal("""
            research 1.0 · laptop · 2 cores · CPU (?) · store 20 B

            ════════════════════════════════════════════════════════
            Target             Status       Jobs   Cached   Duration
            ────────────────────────────────────────────────────────
            Write              Cached          3        3
            Upper              Cached          3        3
            Join               Cached          1        1
            ────────────────────────────────────────────────────────
            Total                              7        7     < 1sec
            ════════════════════════════════════════════════════════

            Build succeeded on 2026-11-20 10:00:00. ＼（＾ᴗ＾）／

            """, Regex.Replace(Scrub(outcome.Output), "store .*", "store 20 B"));
    }

    [Fact]
    public void Quiet_says_how_it_ended_and_nothing_more() =>
        Assert.Equal(
            "Build succeeded on 2026-11-20 10:00:00. ＼（＾ᴗ＾）／\n",
            _sandbox.Run(new TextBuild(), host => host with { Time = new ManualTime() }, "--verbosity", "quiet").Output);

    [Fact]
    public void Minimal_leaves_the_jobs_out()
    {
        var output = _sandbox.Run("--verbosity", "minimal").Output;

        Assert.Contains("║ Write", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[INF]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_names_cached_jobs_with_key_and_output()
    {
        _sandbox.Run();

        Assert.Matches(@"\[DBG\] Write / a x2: cached \(key [0-9a-f]{12}, output [0-9a-f]{12}\)", _sandbox.Run("--verbosity", "verbose").Output);
    }

    [Fact]
    public void A_verb_that_prints_a_result_has_standard_output_for_itself()
    {
        var outcome = _sandbox.Run("Ask", "--question", "why");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Equal(["Ask why"], outcome.Ran);
    }

    [Fact]
    public void A_verb_that_prints_a_result_of_jobs_leaves_what_the_engine_says_to_standard_error()
    {
        var outcome = _sandbox.Run("Ask", "Write", "--question", "why");

        Assert.Equal("", outcome.Output);
        Assert.Contains("║ Write", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_verb_says_which_condition_does_not_hold()
    {
        var outcome = _sandbox.Run("Hidden");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"(?m)^Hidden +Skipped +// OnlyWhen: \(\) => Probe.IsOpen$", outcome.Output);
        Assert.Equal(["Hidden"], _sandbox.Run(new TextBuild { Probe = new Probe { IsOpen = true } }, "Hidden").Ran);
    }

    [Fact]
    public void Output_to_a_file_has_no_control_codes_and_a_terminal_has_colors_unless_the_user_wants_none()
    {
        Outcome Run(bool isInteractive, params string[] variables) => _sandbox.Run(
            new TextBuild(),
            host => host with { IsInteractive = isInteractive, Environment = variables.ToDictionary(name => name, _ => "1") });

        Assert.DoesNotContain("\e", Run(isInteractive: false).Output, StringComparison.Ordinal);
        Assert.Contains("\e[32m", Run(isInteractive: true).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Run(isInteractive: true, "NO_COLOR").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_running_jobs_in_place()
    {
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (_, _, job) =>
                {
                    job.Report(1, 2, "letters", "half way");

                    // The picture is drawn several times a second, and seldomer where every core is busy.
                    Thread.Sleep(1000);
                },
            },
        };

        var output = _sandbox.Run(build, host => host with { IsInteractive = true }, "Write", "--letters", "a").Output;

        Assert.Contains("50 %  half way", output, StringComparison.Ordinal);
        Assert.DoesNotContain("a x2: runs", output, StringComparison.Ordinal);
        Assert.Contains("a x2: finished in", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_github_log_folds_by_target_and_marks_failures()
    {
        var build = new TextBuild { Probe = new Probe { Inside = (target, _, _) => Assert.NotEqual("Join", target) } };

        var output = _sandbox.Run(
            build, host => host with { Environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" } }).Output;

        Assert.Equal(["Write", "Upper", "Join"], Regex.Matches(output, "(?m)^::group::(.*)$").Select(match => match.Groups[1].Value));
        Assert.Equal(3, Regex.Count(output, "(?m)^::endgroup::$"));
        Assert.Matches("(?m)^::error::Join / all failed after", output);
    }

    [Fact]
    public void A_long_job_reports_its_progress_every_twenty_seconds_in_a_log()
    {
        var time = new ManualTime();
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (_, _, job) =>
                {
                    for (var second = 0; second <= 50; second++)
                    {
                        job.Report(second * 100, 10_000, "tok", "loss 1.5");
                        time.Advance(TimeSpan.FromSeconds(1));
                    }
                },
            },
        };

        var output = _sandbox.Run(build, host => host with { Time = time }, "Write", "--letters", "a").Output;

        Assert.Contains("10:00:20 [INF] a x2: 19 %, loss 1.5, 100 tok/s, 1:21 left", output, StringComparison.Ordinal);
        Assert.Contains("10:00:40 [INF] a x2: 39 %, loss 1.5, 100 tok/s, 1:01 left", output, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(output, "tok/s"));
        Assert.Matches(@"(?m)^Write +Succeeded +1 +0 +0:51$", output);
    }

    private static string Scrub(string output) => Regex.Replace(output, @"CPU \([^)]*\)", "CPU (?)");
}
