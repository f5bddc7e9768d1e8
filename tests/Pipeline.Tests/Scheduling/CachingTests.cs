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

    [Fact]
    public void A_new_item_runs_only_what_depends_on_it()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run("--letters", "a,b,c,d");

        Assert.Equal(["Join all", "Upper d x2", "Write d x2"], outcome.Ran);
    }

    [Fact]
    public void The_order_of_the_items_is_part_of_no_key_but_that_of_the_job_that_reads_them_in_order()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run("--letters", "c,a,b");

        Assert.Equal(["Join all"], outcome.Ran);
        Assert.Equal("CC, AA, BB", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
    }

    [Fact]
    public void A_changed_spec_runs_its_own_job_only()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run("--separator", "-");

        Assert.Equal(["Join all"], outcome.Ran);
    }

    [Fact]
    public void An_upstream_run_with_the_same_bytes_stops_there()
    {
        // Whatever the spec says, Write gives the same bytes: with another spec it runs, and nothing after it does.
        TextBuild Constant() => new() { Probe = new Probe { Change = (target, name, text) => target == "Write" ? name[..1] : text } };
        _sandbox.Run(Constant(), "Stop");

        var outcome = _sandbox.Run(Constant(), "Stop", "--times", "3");

        Assert.Equal(["Write a x3", "Write b x3", "Write c x3"], outcome.Ran);
    }

    [Fact]
    public void No_cache_runs_everything_again_and_leaves_the_results_as_they_were()
    {
        _sandbox.Run();

        var outcome = _sandbox.Run("--no-cache");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(7, outcome.Ran.Count);
        Assert.DoesNotContain("WRN", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cache_warns_of_a_result_that_differs_from_the_record()
    {
        _sandbox.Run();
        var drifting = new TextBuild { Probe = new Probe { Change = (_, name, text) => name == "b x2" ? text + "?" : text } };

        var outcome = _sandbox.Run(drifting, "Write", "--no-cache");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("[WRN] Write / b x2 is not reproducible", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a x2 is not reproducible", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_artifact_is_made_again_and_nothing_after_it()
    {
        _sandbox.Run();
        _sandbox.DeleteObject("artifacts/laptop/upper/b-x2");

        var outcome = _sandbox.Run();

        Assert.Equal(["Upper b x2"], outcome.Ran);
    }

    [Fact]
    public void A_damaged_artifact_is_found_when_a_job_is_about_to_read_it_and_is_made_again_first()
    {
        _sandbox.Run();
        _sandbox.DamageObject("artifacts/laptop/upper/b-x2/text.txt");

        var outcome = _sandbox.Run("--separator", "-");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["Join all", "Upper b x2"], outcome.Ran);
        Assert.Equal("AA-BB-CC", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
        Assert.Contains("is damaged and counts as missing", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_share_the_store()
    {
        _sandbox.Run();
        _sandbox.Write(".nuke/parameters.smoke.json", """{ "Letters": ["b", "a"] }""");

        var outcome = _sandbox.Run("--profile", "smoke");

        Assert.Equal(["Join all"], outcome.Ran);
        Assert.Equal("BB, AA", _sandbox.Read("artifacts/smoke/joined/all/text.txt"));
        Assert.Equal("AA, BB, CC", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
    }

    [Fact]
    public void The_folder_of_a_target_shows_its_present_jobs_only()
    {
        _sandbox.Run();
        _sandbox.Write("artifacts/laptop/write/note.txt", "a user's own file");

        _sandbox.Run("--letters", "a,d");

        Assert.Equal(
            ["a-x2", "d-x2", "note.txt"],
            Directory.GetFileSystemEntries(_sandbox.PathOf("artifacts/laptop/write")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_place_that_cannot_hold_the_artifacts_is_named()
    {
        _sandbox.Write("artifacts", "a file, not a folder");

        var outcome = _sandbox.Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(_sandbox.PathOf("artifacts"), outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_where_an_artifact_should_be_shown_is_not_overwritten()
    {
        _sandbox.Write("artifacts/laptop/write/a-x2", "a user's own file");

        var outcome = _sandbox.Run("--jobs", "1");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("a file or folder that no run made is in the way", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("a user's own file", _sandbox.Read("artifacts/laptop/write/a-x2"));
    }
}
