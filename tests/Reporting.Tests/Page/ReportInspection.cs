using Microsoft.Playwright;

namespace Research;

/// <summary>Opens a report in headless Chromium and looks at it as a reader does, on a desk and on a phone.</summary>
internal static class ReportInspection
{
    public const string MissingChromium = "no Chromium in /usr/bin; install the package chromium";

    /// <summary>Where the browser is; null without one.</summary>
    public static string? Chromium { get; } =
        new[] { "chromium", "chromium-browser", "google-chrome" }
            .Select(name => $"/usr/bin/{name}")
            .FirstOrDefault(File.Exists);

    /// <summary>What is wrong with a report: errors, requests, figures without size, text off the page.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(string path)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                complaints.Add($"it requests {request.Url}");
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        complaints.AddRange(await FiguresWithoutSize(page));
        complaints.AddRange(await OffThePage(page));
        await page.SetViewportSizeAsync(390, 800);
        complaints.AddRange(await OffThePage(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        complaints.AddRange(await OffThePage(page));
        return complaints;
    }

    private static async Task<IReadOnlyList<string>> FiguresWithoutSize(IPage page)
    {
        var figures = await page.QuerySelectorAllAsync("figure svg");
        List<string> complaints = figures.Count > 0 ? [] : ["it has no figure"];
        foreach (var figure in figures)
        {
            var box = await figure.BoundingBoxAsync();
            if (box is not { Width: > 200, Height: > 100 })
                complaints.Add($"a figure has no size: {await figure.InnerHTMLAsync()}");
        }

        return complaints;
    }

    /// <summary>Every verdict is within the page's width, and the page does not scroll sideways.</summary>
    private static async Task<IReadOnlyList<string>> OffThePage(IPage page)
    {
        var width = page.ViewportSize!.Width;
        var scrolled = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        List<string> complaints = scrolled <= width ? [] : [$"it is {scrolled} pixels wide on a page of {width}"];
        var verdicts = await page.QuerySelectorAllAsync("table.claims .verdict");
        if (verdicts.Count == 0) complaints.Add("it has no verdict");
        foreach (var verdict in verdicts)
        {
            var box = await verdict.BoundingBoxAsync();
            if (box is null || box.X + box.Width > width)
                complaints.Add($"off the page: {await verdict.InnerTextAsync()}");
        }

        return complaints;
    }
}
