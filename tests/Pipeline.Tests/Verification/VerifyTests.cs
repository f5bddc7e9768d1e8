using System.Text.RegularExpressions;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Verification;

public sealed class VerifyTests : IDisposable
{
    private static readonly string[] All =
        ["Join all", "Upper a x2", "Upper b x2", "Upper c x2", "Write a x2", "Write b x2", "Write c x2"];

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_cached_job_runs_again_and_reproduces()
    {
        _sandbox.Run();

        var outcome = Verify();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(All, outcome.Ran);
        Assert.EndsWith("\n7 of 7 jobs reproduce bit for bit\n", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Upper +3 +3 +0 +0 +0 +< 1sec$", outcome.Output);
        Assert.Matches(@"(?m)^Total +7 +7 +0 +0 +0 +< 1sec$", outcome.Output);
        Assert.Contains("a x2: reproduced in < 1sec", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_targets_named_beside_it_say_which_jobs_and_verbs_are_left_out()
    {
        _sandbox.Run();

        Assert.Equal(All[1..], Verify("Upper").Ran);
        Assert.Equal(All, Verify("Print").Ran);
    }

    [Fact]
    public void Nothing_in_the_store_changes_and_the_folders_that_jobs_wrote_in_are_gone()
    {
        _sandbox.Run();
        var before = StoreImage.Of(_sandbox.PathOf("artifacts"));

        Verify();
        Verify(new Probe { Change = Replace("Upper", "b x2", "other") });
        Verify("--sample", "2");

        Assert.Equal(before, StoreImage.Of(_sandbox.PathOf("artifacts")));
        Assert.Empty(Directory.GetFileSystemEntries(_sandbox.PathOf(".nuke/temp/verify/laptop/tmp")));
    }

    [Fact]
    public void A_job_that_writes_something_else_is_named_with_the_first_difference_and_its_files_are_kept()
    {
        _sandbox.Run();

        var outcome = Verify(new Probe { Change = Replace("Upper", "b x2", "BX") });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(All, outcome.Ran);
        Assert.Matches("Upper / b x2 does not reproduce: [0-9a-f]{12} in the store, [0-9a-f]{12} here", outcome.Output);
        Assert.Matches("  text.txt: [0-9a-f]{12} in the store, [0-9a-f]{12} here", outcome.Output);
        Assert.Contains("byte 1: 0x42 against 0x58; line 1: 'BB' against 'BX'", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Upper +3 +2 +1 +0 +0", outcome.Output);
        Assert.EndsWith("\n6 of 7 jobs reproduce bit for bit; 1 differs\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("BX", _sandbox.Read(Regex.Match(outcome.Output, "here: +(.*)").Groups[1].Value + "/text.txt"));
        Assert.True(File.Exists(_sandbox.PathOf(Regex.Match(outcome.Output, "log: +(.*)").Groups[1].Value)));
    }

    [Fact]
    public void What_was_kept_of_a_job_is_gone_once_it_reproduces()
    {
        _sandbox.Run();
        Verify(new Probe { Change = Replace("Upper", "b x2", "BX") });

        Assert.Equal(0, Verify().ExitCode);

        Assert.False(Directory.Exists(_sandbox.PathOf(".nuke/temp/verify/laptop/received/upper/b-x2")));
    }

    [Fact]
    public void A_forged_artifact_whose_digests_all_agree_is_found_and_what_was_made_of_it_reproduces()
    {
        _sandbox.Run(new TextBuild { Probe = new Probe { Change = Replace("Write", "b x2", "forged") } });

        var outcome = Verify();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Write / b x2 does not reproduce", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("6 of 7 jobs reproduce bit for bit; 1 differs", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tampered_artifact_is_found_and_what_reads_it_is_not_verified()
    {
        _sandbox.Run();
        _sandbox.DamageObject("artifacts/laptop/write/b-x2/text.txt");
        var before = StoreImage.Of(_sandbox.PathOf("artifacts"));

        var outcome = Verify();

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("Upper b x2", outcome.Ran);
        Assert.Matches("Write / b x2 is damaged in the store; run again it gives [0-9a-f]{12}, as recorded", outcome.Output);
        Assert.Contains("byte 0: 0x63 against 0x62; line 1: 'cb' against 'bb'", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"Upper / b x2 cannot be verified: what it reads is damaged or missing in the store\n +Write / b x2: "
            + @"delete artifacts/store/objects/../[0-9a-f]{62} and run ./build.sh Write\n",
            outcome.Output);
        Assert.Matches(@"(?m)^Write +3 +2 +1 +0 +0", outcome.Output);
        Assert.Matches(@"(?m)^Upper +2 +2 +0 +1 +0", outcome.Output);
        Assert.EndsWith("\n5 of 7 jobs reproduce bit for bit; 1 differs, 1 could not be verified\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, StoreImage.Of(_sandbox.PathOf("artifacts")));
    }

    [Fact]
    public void A_damaged_manifest_is_found()
    {
        _sandbox.Run();
        var files = Directory.ResolveLinkTarget(_sandbox.PathOf("artifacts/laptop/joined/all"), returnFinalTarget: true)!.FullName;
        var manifest = Path.Combine(Path.GetDirectoryName(files)!, "manifest");
        File.SetAttributes(manifest, FileAttributes.Normal);
        File.AppendAllText(manifest, "x");

        var outcome = Verify();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Join / all is damaged in the store; run again it gives", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_whose_artifact_was_removed_is_not_cached_and_what_reads_it_cannot_be_verified()
    {
        _sandbox.Run();
        _sandbox.DeleteObject("artifacts/laptop/write/b-x2");

        var outcome = Verify();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Write / b x2: output damaged or removed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  Write / b x2: run ./build.sh Write\n", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n5 of 6 jobs reproduce bit for bit; 1 could not be verified\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Jobs_that_are_not_cached_are_named_and_not_run()
    {
        _sandbox.Run("Write");

        var outcome = Verify();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["Write a x2", "Write b x2", "Write c x2"], outcome.Ran);
        Assert.Contains("\n4 jobs are not cached, so not verified; run ./build.sh Join\n  Upper / a x2: never ran\n", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Upper +0 +0 +0 +0 +3$", outcome.Output);
        Assert.EndsWith("\n3 of 3 jobs reproduce bit for bit\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_cached_it_says_what_to_run_first()
    {
        var outcome = Verify();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            "Verify: none of the 7 jobs of profile laptop is cached, so there is nothing to verify. First run ./build.sh Join.\n",
            outcome.Error);
        Assert.False(Directory.Exists(_sandbox.PathOf("artifacts/store")));
    }

    [Fact]
    public void A_job_that_fails_counts_as_failed_and_the_others_go_on()
    {
        _sandbox.Run();

        var outcome = Verify(new Probe
        {
            Inside = (target, name, _) =>
            {
                if (target == "Write" && name == "a x2")
                    throw new InvalidOperationException("no luck");
            },
        });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("Write / a x2 failed after .*: InvalidOperationException: no luck", outcome.Output);
        Assert.EndsWith("\n6 of 7 jobs reproduce bit for bit; 1 could not be verified\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_aborts_what_runs_and_says_how_far_it_came()
    {
        _sandbox.Run();
        using var stop = new CancellationTokenSource();
        var build = new VerifiedBuild
        {
            Probe = new Probe
            {
                Inside = (target, name, job) =>
                {
                    if (target != "Upper" || name != "a x2")
                        return;
                    stop.Cancel();
                    job.Report(1, 2, "letters");
                },
            },
        };

        var outcome = _sandbox.Run(build, host => host with { Cancellation = stop.Token }, "Verify", "--jobs", "1");

        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("stopping: the running jobs are asked to end", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("a x2: aborted after < 1sec", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n3 of 7 jobs reproduce bit for bit; stopped before the end\n", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_sandbox.PathOf(".nuke/temp/verify/laptop/tmp")));
    }

    [Fact]
    public void Jobs_have_nothing_to_resume_from_and_as_many_run_at_once_as_there_are_cores()
    {
        _sandbox.Run();
        using var together = new Barrier(2);
        var resume = new List<string>();

        Verify(new Probe
        {
            Inside = (target, name, job) =>
            {
                lock (resume)
                    resume.Add(job.ResumeFolder);
                if (target == "Write" && name != "c x2")
                    Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(20)));
            },
        });

        Assert.Equal(7, resume.Count);
        Assert.All(resume, Assert.Empty);
    }

    [Fact]
    public void A_copy_of_the_store_can_be_verified_elsewhere()
    {
        _sandbox.Run();
        using var elsewhere = new Sandbox();
        var store = _sandbox.PathOf("artifacts/store");
        foreach (var file in Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories))
        {
            elsewhere.Write(Path.Combine("artifacts/store", Path.GetRelativePath(store, file)), "");
            File.WriteAllBytes(elsewhere.PathOf(Path.Combine("artifacts/store", Path.GetRelativePath(store, file))), File.ReadAllBytes(file));
        }

        var outcome = elsewhere.Run(new VerifiedBuild(), "Verify");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("\n7 of 7 jobs reproduce bit for bit\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_only_how_many_reproduce()
    {
        _sandbox.Run();

        Assert.Equal("7 of 7 jobs reproduce bit for bit\n", Verify("--verbosity", "quiet").Output);
    }

    [Fact]
    public void A_dry_run_lists_the_jobs_and_runs_none()
    {
        _sandbox.Run();

        var outcome = Verify("--dry-run", "Write");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Equal(3, Regex.Count(outcome.Output, @"(?m)^Write / . x2: would be run again$"));
    }

    [Theory]
    [InlineData("--no-cache")]
    [InlineData("--why")]
    [InlineData("--plan")]
    public void Options_about_what_is_not_cached_are_refused(string option)
    {
        var outcome = Verify(option);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal($"{option}: Verify looks at what is cached, and {option} does not. Leave one of them out.\n", outcome.Error);
    }

    [Fact]
    public void No_target_can_depend_on_it()
    {
        var outcome = _sandbox.Run(new VerifiedBuild(), "Wrong");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Contains("takes no part in a run. Let no target depend on it.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_it_among_the_targets()
    {
        var output = _sandbox.Run(new VerifiedBuild(), "--help").Output;

        Assert.Contains("  Verify            Compare with the store\n", output, StringComparison.Ordinal);
        Assert.Contains("Jobs to verify [Verify]", output, StringComparison.Ordinal);
    }

    private static Func<string, string, string, string> Replace(string target, string name, string by) =>
        (t, n, text) => t == target && n == name ? by : text;

    private Outcome Verify(params string[] arguments) => Verify(new Probe(), arguments);

    private Outcome Verify(Probe probe, params string[] arguments) =>
        _sandbox.Run(new VerifiedBuild { Probe = probe }, ["Verify", .. arguments]);
}
