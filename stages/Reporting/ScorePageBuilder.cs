using Research.Jobs;
using Research.Reporting.Numbers;
using Research.Reporting.Templates;
using Research.Tables;
using Research.Tables.Queries;

namespace Research.Reporting;

/// <summary>Makes the page about a table of scores that a user brings.</summary>
public static class ScorePageBuilder
{
    /// <summary>The job's stage function.</summary>
    /// <param name="item">Name and profile.</param>
    /// <param name="numbers">What the re-analysis found.</param>
    /// <param name="analysis">
    /// The re-analysis: an artifact whose tables figures and tables of the templates query by its name and that of the file.
    /// </param>
    /// <param name="templates">The folder of templates.</param>
    /// <param name="output">The page to write.</param>
    /// <param name="job">The running job.</param>
    /// <exception cref="InputException">A number, table, figure, template or tool is missing or wrong.</exception>
    public static void Build(
        ScorePageSpec item, Table<Number> numbers, IReadOnlyList<NamedArtifact> analysis, TemplateFolder templates, Report output, JobContext job)
    {
        var known = new NumberSet(numbers.Read());
        var queries = new ArtifactQuery([.. analysis.SelectMany(NamedTable.AllOf), .. NamedTable.Of("numbers", [numbers])]);
        var page = new ReportPage(templates, templates.ScorePage, known, [], queries).Render(item.Name, item.Profile, job.Cancellation);
        output.Write(page, NumbersJson.WithoutCommit(item.Profile, known, []), item.Name);
    }
}
