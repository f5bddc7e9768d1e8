using System.Diagnostics;

namespace Research.Snapshots.Tests;

/// <summary>
/// A small copy of the repository in a temporary folder, with what a build needs: the built program, profiles and
/// templates. Its store is empty, or a copy of another checkout's.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private const string BuildProgram = "Research._build.dll";
    private static readonly string Store = Path.Combine("artifacts", "store");

    /// <summary>A checkout that has never been built in.</summary>
    public Checkout()
    {
        CopyFolder(Repository.Program, "program");
        CopyFolder(Path.Combine(Repository.Root, "report-templates"), "report-templates");
        Directory.CreateDirectory(this[".nuke"]);
        foreach (var profile in Directory.EnumerateFiles(Path.Combine(Repository.Root, ".nuke"), "*.json"))
            File.Copy(profile, Path.Combine(this[".nuke"], Path.GetFileName(profile)));
        Directory.CreateSymbolicLink(this["node_modules"], Path.Combine(Repository.Root, "node_modules"));
    }

    /// <summary>A checkout with all that another one has cached.</summary>
    public Checkout(Checkout source)
        : this() => CopyFolder(source[Store], Store);

    /// <summary>Full path of the root folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("research-snapshots-").FullName;

    /// <summary>What the last run of the profile <c>smoke</c> did.</summary>
    public RunFile LastRun => RunFile.Read(this["artifacts/smoke/run.json"]);

    /// <summary>The numbers and verdicts of the last report of the profile <c>smoke</c>.</summary>
    public ReportNumbers Numbers => ReportNumbers.Read(this["artifacts/smoke/report/numbers.json"]);

    /// <summary>Full path of a file or folder.</summary>
    public string this[string path] => Path.Combine(Root, path);

    /// <summary>Full path of a file of a stored artifact.</summary>
    public string Stored(string digest, string file) =>
        Path.Combine(this[Store], "objects", digest[..2], digest[2..], "files", file);

    /// <summary>Runs the build program to its end.</summary>
    /// <param name="arguments">The command line, separated by blanks.</param>
    /// <param name="environment">Variables to set.</param>
    public Task<BuildResult> RunAsync(string arguments, params (string Name, string Value)[] environment) =>
        RunAsync(arguments.Split(' '), environment);

    /// <summary>The same, where arguments may hold blanks.</summary>
    public async Task<BuildResult> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [this[$"program/{BuildProgram}"], .. arguments])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // What surrounds the tests must neither set a parameter nor change how the program talks.
        foreach (var name in start.Environment.Keys.Where(Changes).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(string.Join(' ', arguments), process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static bool Changes(string variable) =>
        variable is "CI" or "GITHUB_ACTIONS" || variable.StartsWith("RESEARCH_", StringComparison.Ordinal);

    // Keeps time stamps, which tell the store that nobody touched its objects.
    private void CopyFolder(string source, string name)
    {
        Directory.CreateDirectory(this[name]);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(this[name], Path.GetRelativePath(source, folder)));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(this[name], Path.GetRelativePath(source, file));
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }
    }
}
