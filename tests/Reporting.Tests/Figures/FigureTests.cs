using Research.Jobs;
using Research.Reporting.Figures;
using Research.Tables.Queries;

namespace Research.Reporting.Tests.Figures;

public sealed class FigureTests : IDisposable
{
    private const string Good =
        """
        {
          "usermeta": { "title": "A <title>", "query": ["select i as x, i * i as y, 'n' || i as \"label\"", "from range(3) r(i) order by i"] },
          "description": "What it shows",
          "mark": "line",
          "encoding": { "x": { "field": "x", "type": "quantitative" }, "y": { "field": "y", "type": "quantitative" } }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_figure_is_one_picture_with_title_and_description()
    {
        var svg = Draw(Good);

        Assert.StartsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"svg-f-title svg-f-desc\" width=", svg, StringComparison.Ordinal);
        Assert.Contains("<title id=\"svg-f-title\">A &lt;title&gt;</title><desc id=\"svg-f-desc\">What it shows</desc>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-roledescription", svg, StringComparison.Ordinal);
        Assert.Equal(svg, Draw(Good));
    }

    [Theory]
    [InlineData("from range(3)", "from range(0)", "the figure has no data")]
    [InlineData("\"field\": \"y\"", "\"field\": \"yy\"", "$.encoding.y.field draws the column 'yy', which the query lacks")]
    [InlineData("\"mark\": \"line\",", "", "")]
    [InlineData("select i as x", "selec i as x", "Parser Error: syntax error at or near \"selec\", line 1")]
    [InlineData("from range(3)", "from absent", "Catalog Error: Table with name absent does not exist")]
    [InlineData("\"description\": \"What it shows\",", "", "description is missing")]
    [InlineData("\"title\": \"A <title>\", ", "", "usermeta.title is missing")]
    [InlineData("\"mark\": \"line\"", "\"mark\": \"lien\"", "the figure cannot be drawn (")]
    [InlineData("\"type\": \"quantitative\" }, \"y\"", "\"type\": \"quantitive\" }, \"y\"", "the figure cannot be drawn (")]
    public void A_wrong_figure_is_an_error_that_names_its_file(string good, string bad, string what)
    {
        var error = Assert.Throws<InputException>(() => Draw(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(what, error.What, StringComparison.Ordinal);
        Assert.Equal(_folder.File("f.vl.json"), error.Where);
    }

    [Theory]
    [InlineData("select 1 where 1 = 0", "absent here")]
    [InlineData("select 1", null)]
    public void A_figure_says_what_stands_in_its_place_when_the_profile_lacks_what_it_needs(string needed, string? absence)
    {
        var needs = $"\"needs\": {{ \"query\": \"{needed}\", \"absent\": \"absent here\" }}, \"title\"";
        _folder.Write("f.vl.json", Good.Replace("\"title\"", needs, StringComparison.Ordinal));

        Assert.Equal(absence, FigureSpecification.Read("f", _folder.File("f.vl.json")).Absence(new ArtifactQuery([])));
    }

    [Fact]
    public void Broken_json_is_reported_with_its_line()
    {
        var error = Assert.Throws<InputException>(() => Draw("{\n  \"usermeta\": {,\n}"));

        Assert.Equal(_folder.File("f.vl.json") + ":2", error.Where);
    }

    [Fact]
    public void Columns_that_a_transform_defines_may_be_drawn()
        => Assert.Contains("<svg", Draw(Good
            .Replace("\"mark\"", "\"transform\": [{ \"calculate\": \"datum.y * 2\", \"as\": \"double\" }], \"mark\"", StringComparison.Ordinal)
            .Replace("\"field\": \"y\"", "\"field\": \"double\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    private string Draw(string json)
    {
        var figure = FigureSpecification.Read("f", _folder.Write("f.vl.json", json));
        var data = figure.Data(new ArtifactQuery([]));
        return FigureRenderer.Draw(Repository.Templates, [(figure, data)], CancellationToken.None)["f"];
    }
}
