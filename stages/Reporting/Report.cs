using Research.Jobs;
using Research.Reporting.Templates;

namespace Research.Reporting;

/// <summary>
/// A report without its provenance: <c>body.html</c> with marks, <c>numbers.json</c> without commit,
/// <c>summary.txt</c>. It depends on numbers and templates only, so that it can be cached;
/// <see cref="Publishing.ReportPublisher"/> completes it.
/// </summary>
/// <param name="folder">The artifact's folder.</param>
public sealed class Report(string folder) : IArtifact<Report>
{
    private string PagePath => Path.Combine(folder, "body.html");

    private string NumbersPath => Path.Combine(folder, "numbers.json");

    private string SummaryPath => Path.Combine(folder, "summary.txt");

    /// <summary>The claims in a line: <c>5 claims: 2 hold, 1 holds in part, 2 fail</c>.</summary>
    public string Summary => TemplateFolder.Read(SummaryPath).TrimEnd('\n');

    internal string Page => TemplateFolder.Read(PagePath);

    internal string Numbers => TemplateFolder.Read(NumbersPath);

    /// <inheritdoc />
    public static Report Open(string folder) => new(folder);

    internal void Write(string page, string numbers, string summary)
    {
        File.WriteAllText(PagePath, page);
        File.WriteAllText(NumbersPath, numbers);
        File.WriteAllText(SummaryPath, summary + "\n");
    }
}
