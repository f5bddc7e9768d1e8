namespace Research.Snapshots.Tests;

/// <summary>The verb Mirage, as a user runs it on scores of their own.</summary>
public sealed class ScoresTests(SmokeRun smoke) : IClassFixture<SmokeRun>
{
    [Fact]
    public async Task A_table_gets_a_page_of_its_own_and_nothing_runs_again_under_another_name()
    {
        using var checkout = new Checkout(smoke.Checkout);
        File.WriteAllText(checkout["mine.csv"], Table("acc", "0.1", "0.1001", "0.1003", "0.1004", "0.9") + Table("brier", "0.8", "0.6", "0.4", "0.2", "0")[Header.Length..]);

        var first = (await checkout.RunAsync("Mirage --profile smoke --scores mine.csv")).Succeeded();
        var page = File.ReadAllText(checkout["artifacts/smoke/mirage/mine/index.html"]);
        File.Move(checkout["mine.csv"], checkout["moved.txt"]);
        var second = (await checkout.RunAsync("Mirage --profile smoke --scores moved.txt")).Succeeded();

        Assert.Contains("artifacts/smoke/mirage/mine/index.html", first.Output);
        Assert.Contains("10 of 10 <span class=\"unit\">scores", page);
        Assert.Contains("it takes every jump away", page);
        Assert.Contains("figure-scores-curves", page);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal));
        Assert.Matches("ScoreAnalyses +Cached", second.Output);
    }

    [Fact]
    public async Task A_metric_without_direction_is_asked_for_and_so_are_scores()
    {
        using var checkout = new Checkout(smoke.Checkout);
        File.WriteAllText(checkout["mine.csv"], Table("pain", "1", "2", "3", "4", "5"));

        var asked = await checkout.RunAsync("Mirage --profile smoke --scores mine.csv");
        var none = await checkout.RunAsync("Mirage --profile smoke");

        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("--direction pain=higher", asked.Output);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("no scores are given", none.Output);
        (await checkout.RunAsync("Mirage --profile smoke --scores mine.csv --direction pain=lower")).Succeeded();
    }

    private const string Header = "family,scale,task,metric,value\n";

    private static string Table(string metric, params string[] values) =>
        Header + string.Concat(values.Select((value, i) => $"f,{i + 1},t,{metric},{value}\n"));
}
