using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Records;

/// <summary>One target of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">The status of its jobs together.</param>
/// <param name="DependsOn">Targets it reads from or waits for.</param>
/// <param name="Jobs">Number of its jobs; 0 for a verb.</param>
/// <param name="Cached">How many of them were cached.</param>
/// <param name="Seconds">Time in this run during which at least one of its jobs ran.</param>
/// <param name="WorkSeconds">How long all its jobs ran when their artifacts were made, together.</param>
public sealed record TargetRecord(
    string Name,
    string Description,
    JobStatus Status,
    IReadOnlyList<string> DependsOn,
    int Jobs,
    int Cached,
    double Seconds,
    double WorkSeconds);
