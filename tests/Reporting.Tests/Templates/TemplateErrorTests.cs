using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Numbers;
using Research.Reporting.Templates;
using Research.Reporting.Tests.Fixture;
using Research.Tables.Queries;

namespace Research.Reporting.Tests.Templates;

public sealed class TemplateErrorTests : IDisposable
{
    private static readonly NumberSet Numbers = new(FixtureNumbers.All);
    private static readonly IReadOnlyList<JudgedClaim> Claims = ClaimCatalog.All.Select(claim => JudgedClaim.From(claim, Numbers)).ToList();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("number", "latent.density.clsoed.released-e0", "there is no number 'latent.density.clsoed.released-e0'", "Did you mean latent.density.closed.released-e0")]
    [InlineData("verdict", "latent.denisty", "there is no claim 'latent.denisty'", "Did you mean latent.density")]
    [InlineData("table", "rseult", "there is no table 'rseult'", "Did you mean result?")]
    [InlineData("#claim", "latent.denisty", "there is no claim 'latent.denisty'", "Did you mean latent.density")]
    [InlineData("#figure", "rseult", "there is no figure 'rseult'", "Did you mean result?")]
    public void An_unknown_name_is_reported_with_file_line_and_nearest_match(string helper, string name, string what, string remedy)
    {
        _folder.Write("tables/result.sql", "");
        _folder.Write("figures/result.vl.json", "");
        var close = helper[0] == '#' ? $"{{{{/{helper[1..]}}}}}" : "";
        var path = _folder.Write("partials/part.hbs", $"<p>one</p>\n<p>two</p>\n{{{{{helper} \"{name}\"}}}}{close}\n");

        var error = Fails("{{> part}}");

        Assert.Equal(what, error.What);
        Assert.Equal($"{path}:3", error.Where);
        Assert.StartsWith(remedy, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_that_does_not_exist_is_an_error_not_a_blank()
    {
        var error = Fails("<p>{{prfile}}</p>");

        Assert.Equal("the template names 'prfile', which does not exist here", error.What);
        Assert.Equal(_folder.File("report.hbs:1"), error.Where);
    }

    [Theory]
    [InlineData("{{#if profile}} never closed")]
    [InlineData("{{> absent}}")]
    [InlineData("{{number}}")]
    [InlineData("{{number \"a\" \"b\"}}")]
    public void A_malformed_template_is_an_input_error(string template)
        => Assert.StartsWith(_folder.File("report.hbs"), Fails(template).Where, StringComparison.Ordinal);

    [Fact]
    public void A_missing_style_sheet_is_named()
    {
        _folder.Write("report.hbs", "");

        Assert.Equal(_folder.File("style.css"), Assert.Throws<InputException>(Render).Where);
    }

    [Fact]
    public void Text_is_escaped_and_numbers_bear_their_precision()
    {
        _folder.Write("style.css", "p > b { }");
        _folder.Write("report.hbs", "<style>{{{style}}}</style>{{number \"latent.density.trend-p.released-e0\"}} {{profile}}");

        Assert.Equal(
            "<style>p > b { }</style><span class=\"number\" title=\"latent.density.trend-p.released-e0 = 0.00019 "
            + "p-value, no interval, n = 8\">"
            + "0.000190 <span class=\"unit\">p-value</span></span> &lt;&quot;ε&#39;&amp;&gt;",
            Render());
    }

    [Fact]
    public void A_table_needs_a_caption_and_rows()
    {
        _folder.Write("tables/bare.sql", "select 1");
        _folder.Write("tables/empty.sql", "-- caption: None\nselect 1 where false");

        Assert.Equal("no line starts with '-- caption:'", Fails("{{table \"bare\"}}").What);
        Assert.Equal("the table has no rows", Fails("{{table \"empty\"}}").What);
    }

    [Theory]
    [InlineData("latent.density.", "yes latent-density")]
    [InlineData("latent.densities.", "no 4")]
    public void What_not_every_run_has_may_be_replaced(string prefix, string expected)
    {
        _folder.Write("style.css", "");
        _folder.Write("report.hbs", "{{#measured \"" + prefix + "\"}}yes {{#claim \"latent.density\"}}{{anchor}}{{/claim}}{{else}}no {{number \"latent.natural.labels\"}}{{/measured}}");

        Assert.StartsWith(expected, System.Text.RegularExpressions.Regex.Replace(Render(), "<[^>]*>", ""), StringComparison.Ordinal);
    }

    private InputException Fails(string page)
    {
        _folder.Write("style.css", "");
        _folder.Write("report.hbs", page);
        return Assert.Throws<InputException>(Render);
    }

    private string Render()
    {
        var folder = TemplateFolder.Open(_folder.Path);
        return new ReportPage(folder, folder.Page, Numbers, Claims, new ArtifactQuery([])).Render("a title", "<\"ε'&>", CancellationToken.None);
    }
}
