using Microsoft.Playwright;

namespace Research.Reporting.Tests.Page;

[Collection(PublishedReport.Name)]
public sealed class BrowserTests(PublishedReport report)
{
    private static readonly string? Chromium =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    [SkippableFact]
    public async Task The_report_opens_in_a_browser_without_errors_or_requests_and_shows_every_figure()
    {
        Skip.If(Chromium is null, "no Chromium in /usr/bin; install the package chromium");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) ? [] : [request.Url]);
        await page.GotoAsync(new Uri(report.FilePath).AbsoluteUri);

        foreach (var figure in await page.QuerySelectorAllAsync("figure svg"))
        {
            var box = await figure.BoundingBoxAsync();
            Assert.True(box is { Width: > 200, Height: > 100 }, await figure.InnerHTMLAsync());
        }

        await ReadsWell(page);
        await page.SetViewportSizeAsync(390, 800);
        await ReadsWell(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ReadsWell(page);
        Assert.Empty(complaints);
    }

    // Every verdict is on the page's width, and the page does not scroll sideways.
    private static async Task ReadsWell(IPage page)
    {
        var width = page.ViewportSize!.Width;
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        foreach (var cell in await page.QuerySelectorAllAsync("table.claims .verdict"))
        {
            Assert.True(await cell.IsVisibleAsync());
            var box = (await cell.BoundingBoxAsync())!;
            Assert.InRange(box.X + box.Width, 1, width);
        }
    }
}
