using Research.Jobs;
using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Dsl;

/// <summary>What the engine lends to a build object: its place from the beginning, the run once it has begun.</summary>
internal sealed class BuildSession
{
    private readonly Dictionary<string, List<string>> _reported = new(StringComparer.Ordinal);

    public required string Root { get; init; }

    public required string Profile { get; init; }

    public required int Cores { get; init; }

    public DeviceChoice Device { get; init; } = DeviceChoice.Auto;

    public required bool IsServer { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Versions that the build program adds to run records.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    public string ArtifactsFolder => Path.Combine(Root, "artifacts", Profile);

    public BuildLog? Log { get; set; }

    public RunState? State { get; set; }

    public RunRecorder? Recorder { get; set; }

    public ArtifactStore? Store { get; set; }

    /// <summary>Lines for the end of the output.</summary>
    public List<string> Conclusions { get; } = [];

    /// <summary>What verbs reported for their rows of the closing table, by target.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Reported =>
        _reported.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value);

    /// <summary>The verb that runs; its name is how messages and reports are filed.</summary>
    public string CurrentVerb =>
        State?.Runs.FirstOrDefault(run => run.Job.IsVerb && run.Status == JobStatus.Running)?.Job.Target.Name
            ?? "build";

    public void Report(string text)
    {
        var verb = CurrentVerb;
        if (!_reported.TryGetValue(verb, out var texts))
            _reported[verb] = texts = [];
        texts.Add(text);
    }
}
