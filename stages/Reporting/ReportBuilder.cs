using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Numbers;
using Research.Reporting.Templates;
using Research.Tables;
using Research.Tables.Queries;

namespace Research.Reporting;

/// <summary>Makes a report: judges the claims, runs the queries, draws the figures, fills the templates.</summary>
public static class ReportBuilder
{
    private const string Title = "Theories of emergence, measured again";

    /// <summary>The job's stage function.</summary>
    /// <param name="item">The profile.</param>
    /// <param name="numbers">All numbers of the run; an id may appear once.</param>
    /// <param name="tables">
    /// Artifacts of one table each, which figures and tables of the templates query by name. Besides them SQL finds
    /// <c>numbers</c>, and <c>published_*</c> from the template folder.
    /// </param>
    /// <param name="templates">The folder of templates.</param>
    /// <param name="output">The report to write.</param>
    /// <param name="job">The running job.</param>
    /// <exception cref="InputException">A number, table, figure, template or tool is missing or wrong.</exception>
    public static void Build(
        ReportSpec item,
        IReadOnlyList<Table<Number>> numbers,
        IReadOnlyList<NamedArtifact> tables,
        TemplateFolder templates,
        Report output,
        JobContext job)
    {
        var known = new NumberSet(numbers.SelectMany(table => table.Read()));
        var claims = ClaimCatalog.All.Select(claim => JudgedClaim.From(claim, known)).ToList();
        var queries = new ArtifactQuery([.. tables.Select(NamedTable.Of), .. NamedTable.Of("numbers", numbers), .. templates.Published]);
        var page = new ReportPage(templates, templates.Page, known, claims, queries).Render(Title, item.Profile, job.Cancellation);
        output.Write(page, NumbersJson.WithoutCommit(item.Profile, known, claims), ClaimSummary.Of(claims));
    }
}
