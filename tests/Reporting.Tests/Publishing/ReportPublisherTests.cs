using System.Text.Json;
using Research.Jobs;
using Research.Reporting.Publishing;
using Research.Reporting.Templates;
using Research.Reporting.Tests.Fixture;

namespace Research.Reporting.Tests.Publishing;

public sealed class ReportPublisherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Provenance_is_filled_in_everywhere_and_escaped()
    {
        var page = File.ReadAllText(Publish(FixtureReport.Provenance));

        Assert.Contains("commit 0123456789abcdef", page, StringComparison.Ordinal);
        Assert.Contains("<div><dt>Processor</dt><dd>A processor &lt;of&gt; 2 cores</dd></div>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Train</th><td class=\"quantity\">18</td><td class=\"quantity\">12</td><td class=\"quantity\">2 min 41 s</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--late", page, StringComparison.Ordinal);
        using var numbers = JsonDocument.Parse(File.ReadAllText(_folder.File("out/numbers.json")));
        Assert.Equal(FixtureReport.Provenance.Commit, numbers.RootElement.GetProperty("commit").GetString());
    }

    [Fact]
    public void Files_that_would_not_change_are_left_alone()
    {
        var long_ago = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        var page = Publish(FixtureReport.Provenance);
        File.SetLastWriteTimeUtc(page, long_ago);
        File.SetLastWriteTimeUtc(_folder.File("out/numbers.json"), long_ago);

        Publish(FixtureReport.Provenance with { Targets = [] });

        Assert.NotEqual(long_ago, File.GetLastWriteTimeUtc(page));
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(_folder.File("out/numbers.json")));
        Assert.Equal(2, Directory.GetFiles(_folder.File("out")).Length);
    }

    [Fact]
    public void An_unknown_part_is_an_error()
        => Assert.Equal(
            "Did you mean machine?",
            Assert.Throws<InputException>(() => Publish(FixtureReport.Provenance, "{{late \"machin\"}}")).Remedy);

    [Fact]
    public void A_folder_that_cannot_be_made_is_reported()
    {
        _folder.Write("out", "a file stands where the folder should be");

        Assert.StartsWith("the report cannot be written (", Assert.Throws<InputException>(() => Publish(FixtureReport.Provenance)).What, StringComparison.Ordinal);
    }

    private string Publish(Provenance provenance, string part = "{{late \"machine\"}}")
    {
        _folder.Write("templates/style.css", "");
        _folder.Write("templates/report.hbs", $"commit {{{{late \"commit\"}}}} <dl>{part}{{{{late \"versions\"}}}}</dl>{{{{late \"graph\"}}}}<table>{{{{late \"targets\"}}}}</table>");
        var report = FixtureReport.Build(_folder.Path, TemplateFolder.Open(_folder.File("templates")), FixtureNumbers.All);
        return ReportPublisher.Publish(report, provenance, _folder.File("out"));
    }
}
