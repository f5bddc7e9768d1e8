namespace Research.Snapshots.Tests;

/// <summary>The whole pipeline, end to end, as a user runs it.</summary>
public sealed class SmokeTests(SmokeRun smoke) : IClassFixture<SmokeRun>
{
    private static readonly string[] OfLanguage =
        ["Corpora", "Train", "Density", "Sparsity", "Understanding", "InContext", "ProductBound", "NewIntention"];

    /// <summary>Beginnings of targets on languages, models or grids of their own, which the noise levels do not touch.</summary>
    private static readonly string[] Apart = ["Overlap", "SparsityViolation", "Chain", "Step", "Ginc", "Tun", "Scale", "Skill", "Learn", "Toy", "Arithmetic", "Sweep", "Glyphs", "Vision"];

    [Fact]
    public void Every_number_and_every_verdict_is_that_of_record()
    {
        var snapshot = new Snapshot(Path.Combine(Repository.Root, "tests", "Snapshots.Tests"), "smoke");

        var failure = snapshot.Compare(smoke.Numbers, Snapshot.IsAccepting);

        Assert.True(failure is null, failure);
    }

    [Fact]
    public async Task Run_again_nothing_is_computed_and_the_report_stays()
    {
        using var checkout = new Checkout(smoke.Checkout);

        (await checkout.RunAsync("Report --profile smoke")).Succeeded();

        Assert.All(smoke.Run.Jobs, job => Assert.Equal("Succeeded", job.Status));
        Assert.Equal(smoke.Run.Jobs.Select(job => job with { Status = "Cached" }), checkout.LastRun.Jobs);
        Assert.Equal(smoke.Numbers.Text, checkout.Numbers.Text);
    }

    [Fact]
    public async Task What_another_machine_computed_is_cached_after_an_import()
    {
        using var checkout = new Checkout();

        var import = (await checkout.RunAsync(["Import", "--profile", "smoke", "--from", smoke.Checkout.Root])).Succeeded();
        (await checkout.RunAsync("Report --profile smoke")).Succeeded();

        Assert.Contains(" results imported", import.Output);
        Assert.Equal(smoke.Run.Jobs.Select(job => job with { Status = "Cached" }), checkout.LastRun.Jobs);
        Assert.Equal(smoke.Numbers.Text, checkout.Numbers.Text);
    }

    [Fact]
    public async Task Narrower_vectors_and_one_core_give_the_same_keys_artifacts_and_numbers()
    {
        using var checkout = new Checkout();

        (await checkout.RunAsync("Report --profile smoke --jobs 1", ("DOTNET_EnableAVX512", "0"))).Succeeded();

        Assert.Equal(smoke.Numbers.Text, checkout.Numbers.Text);
        Assert.Equal(smoke.Run.Jobs, checkout.LastRun.Jobs);
    }

    [Fact]
    public async Task An_edited_template_renders_the_report_again_and_nothing_else()
    {
        using var checkout = new Checkout(smoke.Checkout);
        var style = checkout["report-templates/style.css"];
        File.WriteAllText(style, "/* edited by a test */\n" + File.ReadAllText(style));

        (await checkout.RunAsync("Report --profile smoke")).Succeeded();

        Assert.Equal(["Render / smoke"], checkout.LastRun.Executed);
        Assert.Equal(smoke.Numbers.Text, checkout.Numbers.Text);
        Assert.Contains("edited by a test", File.ReadAllText(checkout["artifacts/smoke/report/index.html"]));
    }

    [Fact]
    public async Task A_noise_level_more_runs_its_own_jobs_and_what_sums_up_over_languages()
    {
        using var checkout = new Checkout(smoke.Checkout);

        (await checkout.RunAsync("Report --profile smoke --noises 0,0.02,0.04")).Succeeded();

        var run = checkout.LastRun;
        Assert.Equal(
            run.Jobs.Where(job => IsNew(job) || !(OfLanguage.Contains(job.Target) || IsApart(job))).Select(job => $"{job}"),
            run.Executed);
        Assert.Equal(
            OfLanguage.SelectMany(target => new[] { target, target }), run.Jobs.Where(IsNew).Select(job => job.Target));

        static bool IsApart(RunFile.Job job) => Array.Exists(Apart, name => job.Target.StartsWith(name, StringComparison.Ordinal));

        static bool IsNew(RunFile.Job job) => job.Name.Contains(" e=0.02", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_width_or_a_corpus_more_in_the_grid_of_models_runs_its_own_jobs_and_what_sums_up()
    {
        using var checkout = new Checkout(smoke.Checkout);

        (await checkout.RunAsync("Report --profile smoke --scale-widths 4,8,16 --scale-messages 500,1000,100000")).Succeeded();

        var run = checkout.LastRun;
        Assert.Equal(
            run.Jobs.Where(job => IsNew(job) || job.Target is "ScaleNumbers" or "Render").Select(job => $"{job}"), run.Executed);
        // Width 4 on three corpora, the new corpus for the two old widths.
        Assert.Equal(5, run.Jobs.Count(job => IsNew(job) && job.Target == "ScaleTrain"));
        Assert.Equal(5, run.Jobs.Count(job => IsNew(job) && job.Target == "Scale"));

        static bool IsNew(RunFile.Job job) =>
            (job.Target.StartsWith("Scale", StringComparison.Ordinal) && job.Name.Contains(" w4 ", StringComparison.Ordinal)) || job.Name.Contains(" 500 messages", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_of_the_grid_larger_than_the_one_that_models_are_measured_on_is_refused()
    {
        using var checkout = new Checkout(smoke.Checkout);

        var result = await checkout.RunAsync("Report --profile smoke --scale-messages 1000,200000");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("a corpus of 200000 messages is larger than the one that models are measured on", result.Output + result.Error);
    }

    [Fact]
    public async Task A_changed_parameter_is_named_with_its_old_and_new_value()
    {
        var why = (await smoke.Checkout.RunAsync("--why Train --profile smoke --learning-rate 0.005")).Succeeded();

        Assert.Contains("spec.Schedule.LearningRate  0.004 -> 0.005", why.Output);
    }

    [Fact]
    public async Task A_damaged_artifact_is_reported_and_rebuilt_to_the_same_digest()
    {
        using var checkout = new Checkout(smoke.Checkout);
        var job = smoke.Run.Find("Sparsity", "released e=0.04");
        FlipBit(checkout.Stored(job.Output, "rows.parquet"));

        var result = (await checkout.RunAsync("Report --profile smoke")).Succeeded();

        Assert.Contains($"the stored artifact {job.Output[..8]}", result.Output);
        Assert.Contains("is damaged and counts as missing", result.Output);
        Assert.Equal(["Sparsity / released e=0.04"], checkout.LastRun.Executed);
        Assert.Equal(job.Output, checkout.LastRun.Find("Sparsity", "released e=0.04").Output);
        Assert.Equal(smoke.Numbers.Text, checkout.Numbers.Text);
    }

    [SkippableFact]
    public async Task The_report_reads_well_in_a_browser()
    {
        Skip.If(ReportInspection.Chromium is null, ReportInspection.MissingChromium);

        var complaints = await ReportInspection.OpenAsync(smoke.Checkout["artifacts/smoke/report/index.html"]);

        Assert.Empty(complaints);
    }

    private static void FlipBit(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllBytes(path, bytes);
    }
}
