namespace Research.Snapshots.Tests;

/// <summary>Labelled text of the user, as they supply it.</summary>
public sealed class NaturalTextTests(SmokeRun smoke) : IClassFixture<SmokeRun>
{
    private static readonly string[] OfText = ["LabelledTexts", "Natural", "NaturalNumbers", "Render"];

    [Fact]
    public void Without_a_text_there_is_no_job_and_the_report_says_how_to_supply_one()
    {
        Assert.DoesNotContain(smoke.Run.Jobs, job => job.Target != "Render" && OfText.Contains(job.Target));
        var page = Page(smoke.Checkout);
        Assert.Contains("--labelled-text &lt;file&gt;", page);
        Assert.DoesNotContain("id=\"table-natural\"", page);
    }

    [Fact]
    public async Task A_text_runs_its_own_jobs_and_only_when_its_content_changes()
    {
        using var checkout = new Checkout(smoke.Checkout);
        Write(checkout["mine.csv"], 60);

        (await checkout.RunAsync("Report --profile smoke --labelled-text mine.csv")).Succeeded();
        Assert.Equal(OfText, checkout.LastRun.Executed.Select(job => job.Split(" / ")[0]));
        Assert.Contains("\"latent.natural.epsilon.001\"", checkout.Numbers.Text);
        Assert.Contains("id=\"table-natural\"", Page(checkout));
        Assert.DoesNotContain("--labelled-text &lt;file&gt;</code>.", Page(checkout));

        File.Move(checkout["mine.csv"], checkout["moved.txt"]);
        (await checkout.RunAsync("Report --profile smoke --labelled-text moved.txt")).Succeeded();
        Assert.Empty(checkout.LastRun.Executed);

        Write(checkout["moved.txt"], 61);
        (await checkout.RunAsync("Report --profile smoke --labelled-text moved.txt")).Succeeded();
        Assert.Equal(OfText, checkout.LastRun.Executed.Select(job => job.Split(" / ")[0]));
    }

    [Fact]
    public async Task A_wrong_text_fails_with_what_where_and_remedy()
    {
        using var checkout = new Checkout(smoke.Checkout);
        File.WriteAllText(checkout["one.csv"], "label,text\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"a,text {i}\n")));

        var result = await checkout.RunAsync("Report --profile smoke --labelled-text one.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("one.csv: all texts have the same label, 'a'. Give at least two labels", result.Output);
        Assert.DoesNotContain("   at Research", result.Output);
    }

    private static string Page(Checkout checkout) => File.ReadAllText(checkout["artifacts/smoke/report/index.html"]);

    private static void Write(string path, int texts) => File.WriteAllLines(
        path,
        ["label,text", .. Enumerable.Range(0, texts).SelectMany(i => new[] { $"weather,\"Rain, then sun in {i} hours\"", $"sport,They won {i} to nil" })]);
}
