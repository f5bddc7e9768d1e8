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

    public string Root { get; }

    public void Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Runs <see cref="TextBuild"/>.</summary>
    public Outcome Run(params string[] arguments) => Run(new TextBuild(), arguments);

    /// <summary>Runs a build.</summary>
    public Outcome Run(TextBuild build, params string[] arguments) => Run(build, build.Probe, all => all.Join, _ => _, arguments);

    /// <summary>Runs a build in surroundings that the test changes.</summary>
    public Outcome Run(TextBuild build, Func<BuildHost, BuildHost> change, params string[] arguments) =>
        Run(build, build.Probe, all => all.Join, change, arguments);

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
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Root, recursive: true);
    }
}
