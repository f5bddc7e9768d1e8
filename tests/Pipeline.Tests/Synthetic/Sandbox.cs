using System.Text.Json;
using Research.Pipeline.CommandLine;
using Research.Pipeline.Dsl;

namespace Research.Pipeline.Tests.Synthetic;

/// <summary>A temporary repository in which a test runs builds, one after another or at once.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>A repository with the profile <c>laptop</c>.</summary>
    public Sandbox()
    {
        Root = Directory.CreateTempSubdirectory("research-").FullName;
        Write(".nuke/parameters.json", """{ "Times": 2 }""");
        Write(".nuke/parameters.laptop.json", """{ "Letters": ["a", "b", "c"] }""");
    }

    /// <summary>A repository whose profile <c>laptop</c> sets nothing, for builds of a test's own.</summary>
    public static Sandbox Bare()
    {
        var sandbox = new Sandbox();
        sandbox.Write(".nuke/parameters.json", "{}");
        sandbox.Write(".nuke/parameters.laptop.json", "{}");
        return sandbox;
    }

    public string Root { get; }

    public void Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Names of the components of a job's key in the last run, sorted.</summary>
    public IReadOnlyList<string> ComponentsOf(string target, string job)
    {
        using var run = JsonDocument.Parse(Read("artifacts/laptop/run.json"));
        return [.. run.RootElement.GetProperty("jobs").EnumerateArray()
            .Single(entry => entry.GetProperty("target").GetString() == target && entry.GetProperty("job").GetString() == job)
            .GetProperty("components").EnumerateObject().Select(component => component.Name)];
    }

    /// <summary>Removes an artifact from the store, given the link that shows it.</summary>
    public void DeleteObject(string link)
    {
        var files = Directory.ResolveLinkTarget(PathOf(link), returnFinalTarget: true)!.FullName;
        MakeWritable(files);
        Directory.Delete(Path.GetDirectoryName(files)!, recursive: true);
    }

    /// <summary>Changes a byte of a stored file so that neither its length nor its time tells.</summary>
    public void DamageObject(string file)
    {
        var path = PathOf(file);
        var stamp = File.GetLastWriteTimeUtc(path);
        File.SetAttributes(path, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, stamp);
    }

    /// <summary>Runs <see cref="TextBuild"/>.</summary>
    public Outcome Run(params string[] arguments) => Run(new TextBuild(), arguments);

    /// <summary>Runs a build.</summary>
    public Outcome Run(TextBuild build, params string[] arguments) => Run(build, build.Probe, all => all.Join, _ => _, arguments);

    /// <summary>Runs a build in surroundings that the test changes.</summary>
    public Outcome Run(TextBuild build, Func<BuildHost, BuildHost> change, params string[] arguments) =>
        Run(build, build.Probe, all => all.Join, change, arguments);

    /// <summary>Runs a build of a test's own.</summary>
    public Outcome Run<TBuild>(TBuild build, Func<TBuild, Delegate> defaultTarget, params string[] arguments)
        where TBuild : ResearchBuild => Run(build, new Probe(), defaultTarget, _ => _, arguments);

    /// <summary>Runs any build.</summary>
    public Outcome Run<TBuild>(
        TBuild build, Probe probe, Func<TBuild, Delegate> defaultTarget, Func<BuildHost, BuildHost> change, params string[] arguments)
        where TBuild : ResearchBuild
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = change(new BuildHost { Root = Root, Output = output, Error = error, Cores = 2 });
        var exitCode = BuildProgram.RunAsync(host, build, arguments, all => defaultTarget((TBuild)all)).GetAwaiter().GetResult();
        return new Outcome(exitCode, output.ToString(), error.ToString(), probe.Ran);
    }

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Root); attempt++)
        {
            try
            {
                MakeWritable(Root);
                Directory.Delete(Root, recursive: true);
            }
            catch (IOException) when (attempt < 5)
            {
                // A run measures its store in the background, and some file systems keep what is being read.
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static void MakeWritable(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
    }
}
