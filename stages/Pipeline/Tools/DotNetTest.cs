using Research.Jobs;

namespace Research.Pipeline.Tools;

/// <summary>Runs test projects with <c>dotnet test</c>, any number of passes in different surroundings, and counts.</summary>
/// <param name="root">Root folder of the repository.</param>
/// <param name="results">Folder for the result files; emptied first.</param>
/// <param name="cancellation">The user wants to stop.</param>
public sealed class DotNetTest(string root, string results, CancellationToken cancellation)
{
    private static readonly string[] Options = ["--nologo", "--configuration", "Release", "--verbosity", "quiet"];

    /// <summary>Removes the results of an earlier run.</summary>
    public void Clean()
    {
        if (Directory.Exists(results)) Directory.Delete(results, recursive: true);
        Directory.CreateDirectory(results);
    }

    /// <summary>Runs the tests of a project or solution; failures are printed as they happen and counted later.</summary>
    /// <param name="project">Path below the root.</param>
    /// <param name="pass">Name of the pass: a folder of the results.</param>
    /// <param name="filter">A filter expression of <c>dotnet test</c>; empty for all.</param>
    /// <param name="environment">Variables to set.</param>
    /// <exception cref="InputException">The tests could not be built or started.</exception>
    public async Task RunAsync(string project, string pass, string filter = "", params (string Name, string Value)[] environment)
    {
        var folder = Path.Combine(results, pass);
        Directory.CreateDirectory(folder);
        string[] filtered = filter.Length > 0 ? ["--filter", filter] : [];
        var exitCode = await Tool.RunAsync(
            "dotnet", ["test", project, .. Options, "--logger", "trx", "--results-directory", folder, .. filtered], root,
            environment.ToDictionary(variable => variable.Name, variable => variable.Value), cancellation);
        if (exitCode != 0 && Count().Failed == 0)
            throw new InputException("dotnet test failed before it ran the tests; its messages are above", project, "Correct what it names.");
    }

    /// <summary>The results of all passes so far, also in the file <c>summary.txt</c>.</summary>
    public TestCounts Count()
    {
        var counts = TestCounts.InFolder(results);
        File.WriteAllText(Path.Combine(results, "summary.txt"), counts + "\n");
        return counts;
    }
}
