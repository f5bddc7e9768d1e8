using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Research.Reporting.Claims;

namespace Research.Reporting.Tests.Page;

[Collection(PublishedReport.Name)]
public sealed class PageTests(PublishedReport report)
{
    private readonly IHtmlDocument _page = new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(File.ReadAllText(report.FilePath));

    [Fact]
    public void The_page_needs_nothing_but_itself()
    {
        Assert.Empty(_page.Scripts);
        Assert.Empty(_page.QuerySelectorAll("link, img, iframe, object, embed, [src], image, use"));
        Assert.DoesNotContain("url(", _page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", _page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_come_first_and_provenance_last()
        => Assert.Equal(
            ["claims", "latent-space", "tuning", "ginc", "skills", "learners", "mirage", "method", "methods", "numbers", "provenance"],
            _page.QuerySelectorAll("main > section").Select(section => section.Id));

    [Fact]
    public void Every_claim_has_a_row_with_verdict_in_words_measured_and_rule()
    {
        var rows = _page.QuerySelectorAll("#claims tbody tr");

        Assert.Equal(ClaimCatalog.All.Select(claim => claim.Id), rows.Select(row => row.QuerySelector(".id")!.TextContent));
        foreach (var (claim, row) in ClaimCatalog.All.Zip(rows))
        {
            Assert.Equal(claim.Statement, row.QuerySelector(".statement")!.TextContent);
            Assert.Equal(claim.Source.ToString(), row.QuerySelector("cite")!.TextContent);
            Assert.Matches("^[✓◐✗–] (holds|holds in part|fails|not testable here)$", row.QuerySelector(".outcome")!.TextContent);
            Assert.NotEmpty(row.QuerySelector("[data-label=Measured]")!.TextContent.Trim());
            Assert.Equal(claim.Rule, row.QuerySelector("[data-label=Rule]")!.TextContent);
        }
    }

    [Fact]
    public void Headings_go_down_one_step_at_a_time()
    {
        var levels = _page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal("en", _page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Every_table_has_a_caption_and_scoped_headings()
    {
        Assert.All(_page.QuerySelectorAll("table"), table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent.Trim());
            Assert.All(table.QuerySelectorAll("th"), heading => Assert.Contains(heading.GetAttribute("scope"), new[] { "col", "row" }));
            var columns = table.QuerySelectorAll("thead th").Length;
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(columns, row.Children.Length));
        });
    }

    [Fact]
    public void Every_figure_of_the_repository_is_drawn_and_named()
    {
        var figures = _page.QuerySelectorAll("figure");

        Assert.Equal(Repository.Templates.FigureNames.Where(IsOfReport).Select(name => $"figure-{name}"), figures.Select(figure => figure.Id).Order(StringComparer.Ordinal)!);
        Assert.Equal(Enumerable.Range(1, figures.Length).Select(i => $"Figure {i}."), figures.Select(figure => figure.QuerySelector("figcaption b")!.TextContent));
        Assert.All(figures, figure =>
        {
            var svg = figure.QuerySelector("svg")!;
            Assert.Equal("img", svg.GetAttribute("role"));
            Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(_page.GetElementById(id)!.TextContent));
            Assert.NotEmpty(svg.QuerySelectorAll("path, rect, line"));
            Assert.DoesNotContain("NaN", svg.OuterHtml, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_table_query_of_the_repository_is_shown()
        => Assert.All(Repository.Templates.TableNames.Where(IsOfReport), name => Assert.NotNull(_page.GetElementById($"table-{name}")));

    [Fact]
    public void What_is_not_of_the_report_is_on_the_page_about_scores()
    {
        var page = File.ReadAllText(Repository.Templates.ScorePage);
        Assert.All(Repository.Templates.FigureNames.Where(name => !IsOfReport(name)), name => Assert.Contains($"{{{{#figure \"{name}\"}}}}", page, StringComparison.Ordinal));
        Assert.All(Repository.Templates.TableNames.Where(name => !IsOfReport(name)), name => Assert.Contains($"{{{{table \"{name}\"}}}}", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_inner_links_lead_somewhere()
    {
        var ids = _page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(
            _page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void All_numbers_are_in_the_appendix()
        => Assert.Equal(
            Fixture.FixtureNumbers.All.Select(number => number.Id).Order(StringComparer.Ordinal),
            _page.QuerySelectorAll("#numbers tbody th").Select(cell => cell.TextContent));

    private static bool IsOfReport(string name) => !name.StartsWith("scores-", StringComparison.Ordinal);
}
