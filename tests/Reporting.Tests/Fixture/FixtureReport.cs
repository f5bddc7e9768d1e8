using Research.Jobs;
using Research.Reporting.Publishing;
using Research.Reporting.Templates;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>A whole report of made-up measurements.</summary>
public static class FixtureReport
{
    public static Provenance Provenance { get; } = new(
        "0123456789abcdef0123456789abcdef01234567",
        "fixture",
        [("Processor", "A processor <of> 2 cores"), ("Instruction sets", "AVX2, FMA"), ("Memory", "16 GB")],
        [("Program", "1.0.0"), (".NET", "10.0.0"), ("DuckDB", "1.5.6"), ("Vega-Lite", "6.4.3")],
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 60" width="420" height="60" role="img" aria-label="Job graph">
        <g fill="none" stroke="currentColor"><rect x="1" y="15" width="100" height="30" rx="4"/><rect x="160" y="15" width="100" height="30" rx="4"/><rect x="319" y="15" width="100" height="30" rx="4"/><path d="M101 30h59M260 30h59"/></g>
        <g fill="currentColor" font-family="sans-serif" font-size="13" text-anchor="middle"><text x="51" y="35">Corpora</text><text x="210" y="35">Train</text><text x="369" y="35">Report</text></g></svg>
        """,
        [new("Corpora", 6, 6, 1.25, 210), new("Train", 18, 12, 161.2, 801.5), new("Report", 1, 0, 0.84)]);

    /// <summary>Builds and publishes the report.</summary>
    /// <returns>Full path of the page.</returns>
    public static string Publish(string folder, TemplateFolder templates)
        => ReportPublisher.Publish(Build(folder, templates, FixtureNumbers.All), Provenance, Path.Combine(folder, "published"));

    /// <summary>Builds the report in a folder that may be empty.</summary>
    public static Report Build(string folder, TemplateFolder templates, IEnumerable<Number> numbers)
    {
        var numbersFolder = Directory.CreateDirectory(Path.Combine(folder, "numbers")).FullName;
        var table = Table<Number>.Open(numbersFolder);
        table.Write(numbers);
        var report = Report.Open(Directory.CreateDirectory(Path.Combine(folder, "report")).FullName);
        ReportBuilder.Build(new ReportSpec("fixture"), [table], FixtureTables.Write(folder), templates, report, new JobContext());
        return report;
    }
}
