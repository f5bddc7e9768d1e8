using System.Collections;

namespace Research.Pipeline.CommandLine;

/// <summary>Everything around a build that is not its own: so that a test can set it.</summary>
internal sealed record BuildHost
{
    private const string Marker = ".nuke";

    /// <summary>Full path of the root folder of the repository, which holds <c>.nuke</c>.</summary>
    public required string Root { get; init; }

    public TextWriter Output { get; init; } = TextWriter.Null;

    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A person sits in front of <see cref="Output"/>, and it can move the cursor.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Cores of the machine.</summary>
    public int Cores { get; init; } = System.Environment.ProcessorCount;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The user's wish to stop.</summary>
    public CancellationToken Cancellation { get; init; } = CancellationToken.None;

    /// <summary>A continuous integration server runs the build.</summary>
    public bool IsServer => IsSet("CI") || IsGitHub;

    public bool IsGitHub => IsSet("GITHUB_ACTIONS");

    /// <summary>Colors are welcome (https://no-color.org).</summary>
    public bool UsesColor => IsInteractive && !IsSet("NO_COLOR");

    /// <summary>The process, its terminal and the repository that the program lies in.</summary>
    public static BuildHost OfProcess(CancellationToken cancellation)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        return new BuildHost
        {
            Root = FindRoot(AppContext.BaseDirectory)
                ?? FindRoot(Directory.GetCurrentDirectory())
                ?? Directory.GetCurrentDirectory(),
            Output = Console.Out,
            Error = Console.Error,
            Environment = environment,
            IsInteractive = !Console.IsOutputRedirected && environment.GetValueOrDefault("TERM") != "dumb",
            Cancellation = cancellation,
        };
    }

    private static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        return null;
    }

    private bool IsSet(string variable) =>
        Environment.GetValueOrDefault(variable) is { Length: > 0 } value && value != "false";
}
