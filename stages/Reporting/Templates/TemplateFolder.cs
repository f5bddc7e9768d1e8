using Research.Jobs;
using Research.Tables;

namespace Research.Reporting.Templates;

/// <summary>
/// The folder <c>report-templates</c>: <c>report.hbs</c> is the page, <c>scores.hbs</c> the one about a user's scores; every other <c>*.hbs</c>, also in
/// <c>partials</c>, is a partial by its name; <c>style.css</c>; <c>figures/*.vl.json</c>; <c>tables/*.sql</c>;
/// <c>published/*.csv</c>.
/// </summary>
/// <param name="folder">Full path of the folder.</param>
public sealed class TemplateFolder(string folder) : IArtifact<TemplateFolder>
{
    /// <summary>The page.</summary>
    public string Page => Path.Combine(folder, "report.hbs");

    /// <summary>The page about a table of scores that a user brings.</summary>
    public string ScorePage => Path.Combine(folder, "scores.hbs");

    /// <summary>The style sheet, which goes into the page.</summary>
    public string Style => Path.Combine(folder, "style.css");

    /// <summary>The program that draws the figures.</summary>
    public string FigureScript => Path.Combine(folder, "figures", "render.mjs");

    /// <summary>The Vega-Lite configuration of all figures.</summary>
    public string FigureTheme => Path.Combine(folder, "figures", "theme.json");

    /// <summary>All Handlebars templates, the page included, sorted.</summary>
    public IReadOnlyList<string> Templates => [.. Files("", "*.hbs"), .. Files("partials", "*.hbs")];

    /// <summary>
    /// Published figures as tables: <c>published/icl.csv</c> is the table <c>published_icl</c>.
    /// </summary>
    public IReadOnlyList<NamedTable> Published
        => Files("published", "*.csv")
            .Select(path => new NamedTable($"published_{Path.GetFileNameWithoutExtension(path).Replace('-', '_')}", path))
            .ToList();

    /// <inheritdoc />
    public static TemplateFolder Open(string folder) => new(folder);

    /// <summary>The specification of a figure.</summary>
    public string Figure(string name) => Path.Combine(folder, "figures", $"{name}.vl.json");

    /// <summary>The names of all figures, sorted.</summary>
    public IReadOnlyList<string> FigureNames
        => Files("figures", "*.vl.json").Select(path => Path.GetFileName(path)[..^".vl.json".Length]).ToList();

    /// <summary>The query of a table.</summary>
    public string Table(string name) => Path.Combine(folder, "tables", $"{name}.sql");

    /// <summary>The names of all tables, sorted.</summary>
    public IReadOnlyList<string> TableNames
        => Files("tables", "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();

    /// <summary>The text of a template or of another file of the folder.</summary>
    /// <exception cref="InputException">It is not there.</exception>
    internal static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                "the report needs this file and cannot read it", path, "Restore it from the repository.", exception);
        }
    }

    private string[] Files(string below, string pattern)
    {
        var path = Path.Combine(folder, below);
        if (!Directory.Exists(path)) return [];
        var files = Directory.GetFiles(path, pattern);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
