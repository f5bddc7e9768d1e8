namespace Research.Pipeline.Records;

/// <summary>A run as it is known so far: where its results come from and what they cost.</summary>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Commit">The commit that is checked out, marked <c>-dirty</c> if tracked files differ from it; empty outside of a repository.</param>
/// <param name="Started">When the run began.</param>
/// <param name="Seconds">Wall time up to now.</param>
/// <param name="KeyScheme">Version of the way keys are computed.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Versions">Version by name: this program, the .NET runtime, and what the build program adds.</param>
/// <param name="Parameters">
/// Value by name of the parameters that are set, as one would write them on the command line.
/// </param>
/// <param name="Targets">Dependencies first.</param>
/// <param name="Jobs">By target, then by item; without verbs.</param>
public sealed record RunRecord(
    string Profile,
    string Commit,
    DateTimeOffset Started,
    double Seconds,
    int KeyScheme,
    MachineRecord Machine,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<TargetRecord> Targets,
    IReadOnlyList<JobRecord> Jobs)
{
    /// <summary>The graph of the targets as an SVG element, to be put into a page.</summary>
    public string GraphSvg => Graph.Value;

    internal Lazy<string> Graph { get; init; } = new("");
}
