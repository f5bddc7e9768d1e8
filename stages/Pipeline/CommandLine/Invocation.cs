using Research.Jobs;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.CommandLine;

/// <summary>What the user typed.</summary>
internal sealed record Invocation
{
    public const string DefaultProfile = "laptop";

    /// <summary>Names of targets, as declared; empty for the default target.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public string Profile { get; init; } = DefaultProfile;

    /// <summary>Cores for jobs; null for all of the machine.</summary>
    public int? Jobs { get; init; }

    /// <summary>Where jobs run models.</summary>
    public DeviceChoice Device { get; init; } = DeviceChoice.Auto;

    public bool IsDryRun { get; init; }

    /// <summary>Explain what would run and why.</summary>
    public bool IsWhy { get; init; }

    /// <summary>A target or job to explain, perhaps with wildcards; empty for all.</summary>
    public string WhyPattern { get; init; } = "";

    public bool IsPlan { get; init; }

    public bool NoCache { get; init; }

    public bool KeepGoing { get; init; }

    public bool IsHelp { get; init; }

    public bool IsSchema { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    /// <summary>Texts of the parameters that were given, by option.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
