using System.Runtime.InteropServices;
using Research.Jobs;
using Research.Pipeline.Tools;

/// <summary>
/// A folder that holds everything a job needs: the build program as it runs here (so that keys are the same there), the .NET runtime it
/// runs on, and what is added. It appears under its name when it is whole.
/// </summary>
sealed class WorkerFolder
{
    const string Program = "program";

    readonly string _folder;
    readonly string _new;
    readonly CancellationToken _cancellation;

    /// <summary>Begins with the program and the runtime.</summary>
    /// <param name="folder">Full path of the folder to make; an older one is replaced in the end.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InputException">This machine is none whose runtime such a worker could use.</exception>
    public WorkerFolder(string folder, CancellationToken cancellation)
    {
        (_folder, _new, _cancellation) = (folder, folder + ".new", cancellation);
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64
            || RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            throw new InputException(
                $"a worker takes the .NET runtime of the machine that publishes it, and this one is {RuntimeInformation.RuntimeIdentifier}",
                "Publish-Worker", "Publish on Linux with glibc on x86-64.");
        if (Directory.Exists(_new))
            Directory.Delete(_new, recursive: true);
        AddFiles(AppContext.BaseDirectory, Program, "*.dll", "*.json");
        AddRuntime();
        AddLibraries();
    }

    /// <summary>Full path of something inside.</summary>
    public string PathOf(string path) => Path.Combine(_new, path);

    /// <summary>Copies files, with their rights, but no subfolders.</summary>
    /// <param name="source">Full path of a folder.</param>
    /// <param name="target">Path inside.</param>
    /// <param name="patterns">Which files; all if none is given.</param>
    public void AddFiles(string source, string target, params IReadOnlyList<string> patterns)
    {
        Directory.CreateDirectory(PathOf(target));
        foreach (var file in (patterns.Count == 0 ? ["*"] : patterns).SelectMany(pattern => Directory.GetFiles(source, pattern)).Distinct())
        {
            _cancellation.ThrowIfCancellationRequested();
            File.Copy(file, Path.Combine(PathOf(target), Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Writes a text, one word a line.</summary>
    public void AddText(string name, IEnumerable<string> words) => File.WriteAllLines(PathOf(name), words);

    /// <summary>Builds the benchmarks, which share the program's assemblies, and adds them beside it.</summary>
    /// <param name="root">Root folder of the repository.</param>
    public async Task AddBenchmarksAsync(string root)
    {
        string[] arguments = ["build", Path.Combine("tests", "Benchmarks"), "--configuration", "Release", "--nologo", "-v", "quiet", "-clp:NoSummary"];
        if (await Tool.RunAsync("dotnet", arguments, root, new Dictionary<string, string>(), _cancellation) != 0)
            throw new InputException("the benchmarks do not compile; why is above", "Publish-Worker", "Correct them and publish again.");
        AddFiles(Path.Combine(root, ".nuke", "temp", "build", "bin", "Benchmarks", "release"), Program, "Research.Benchmarks.*");
        foreach (var documentation in Directory.GetFiles(PathOf(Program), "*.xml"))
            File.Delete(documentation);
    }

    /// <summary>Packs the folder and puts it in its place.</summary>
    /// <returns>Full path of the archive.</returns>
    public async Task<string> FinishAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        Directory.Move(_new, _folder);

        // xz makes it a third smaller than gzip.
        var (option, archive) = IsOnPath("xz") ? ("-J", _folder + ".tar.xz") : ("-z", _folder + ".tar.gz");
        string[] arguments = ["-c", option, "-f", archive + ".new", "--owner=0", "--group=0", "-C", Path.GetDirectoryName(_folder)!, Path.GetFileName(_folder)];
        if (await Tool.RunAsync("tar", arguments, _folder, new Dictionary<string, string> { ["XZ_OPT"] = "-T0" }, _cancellation) != 0)
        {
            File.Delete(archive + ".new");
            throw new InputException("it cannot be packed; why is above", archive, "Make room, or take the folder as it is.");
        }

        File.Move(archive + ".new", archive, overwrite: true);
        return archive;
    }

    // The very runtime that runs this program: host, resolver, framework.
    void AddRuntime()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(framework, "..", "..", ".."));
        var resolver = Directory.GetDirectories(Path.Combine(root, "host", "fxr")).MaxBy(folder => Version.TryParse(Path.GetFileName(folder), out var version) ? version : new Version())!;
        foreach (var folder in new[] { framework, resolver })
            AddFiles(folder, Path.Combine("dotnet", Path.GetRelativePath(root, folder)));
        AddFiles(root, "dotnet", "dotnet", "LICENSE.txt", "ThirdPartyNotices.txt");
    }

    // The runtime's own needs, as they are mapped into this process; environment.sh lends them to systems that lack them.
    void AddLibraries()
    {
        var mapped = File.ReadLines("/proc/self/maps").Select(line => line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 6).Select(words => words[5]).Distinct().ToList();
        foreach (var (library, folder) in new[] { ("libstdc++.so.", "cpp"), ("libgcc_s.so.", "cpp"), ("libssl.so.", "ssl"), ("libcrypto.so.", "ssl") })
        {
            if (mapped.Find(path => Path.GetFileName(path).StartsWith(library, StringComparison.Ordinal)) is not { } found)
                continue;
            // libstdc++.so.6 for libstdc++.so.6.0.30: the shortest of the names that go on with a number.
            var soname = Directory.GetFiles(Path.GetDirectoryName(found)!).Select(path => Path.GetFileName(path))
                .Where(name => name.StartsWith(library, StringComparison.Ordinal)).MinBy(name => name.Length)!;
            Directory.CreateDirectory(PathOf(Path.Combine("lib", folder)));
            File.Copy(found, PathOf(Path.Combine("lib", folder, soname)), overwrite: true);
        }
    }

    static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
