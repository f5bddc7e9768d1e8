namespace Research.Reporting.Tests.Page;

[Collection(PublishedReport.Name)]
public sealed class BrowserTests(PublishedReport report)
{
    [SkippableFact]
    public async Task The_report_opens_in_a_browser_without_errors_or_requests_and_shows_every_figure()
    {
        Skip.If(ReportInspection.Chromium is null, ReportInspection.MissingChromium);

        Assert.Empty(await ReportInspection.OpenAsync(report.FilePath));
    }
}
