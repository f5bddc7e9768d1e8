using Research.Jobs;
using Research.Reporting.Numbers;
using Research.Reporting.Templates;

namespace Research.Reporting.Publishing;

/// <summary>Completes a report with its provenance; cheap, so that it can run after every build.</summary>
public static class ReportPublisher
{
    /// <summary>
    /// Writes <c>index.html</c> and <c>numbers.json</c>. A file that would not change is left alone; one that does is
    /// replaced at once.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="folder">The folder to write into; made if it is not there.</param>
    /// <returns>Full path of the page.</returns>
    /// <exception cref="InputException">
    /// The folder cannot be written, or the report's template asks for an unknown part.
    /// </exception>
    public static string Publish(Report report, Provenance provenance, string folder)
    {
        var page = LatePlaces.Fill(report.Page, part => ProvenanceHtml.Of(part, provenance));
        var numbers = NumbersJson.WithCommit(report.Numbers, provenance.Commit);
        var path = Path.GetFullPath(Path.Combine(folder, "index.html"));
        try
        {
            Directory.CreateDirectory(folder);
            Replace(path, page);
            Replace(Path.Combine(folder, "numbers.json"), numbers);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the report cannot be written ({exception.Message})", folder,
                "Check that the folder is writable and has space left.", exception);
        }

        return path;
    }

    private static void Replace(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text) return;
        var partial = path + ".partial";
        File.WriteAllText(partial, text);
        File.Move(partial, path, overwrite: true);
    }
}
