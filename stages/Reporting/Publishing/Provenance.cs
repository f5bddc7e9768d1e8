namespace Research.Reporting.Publishing;

/// <summary>Where a report comes from. Nothing of this can change a number.</summary>
/// <param name="Commit">
/// The commit of the repository, marked if the working tree differs from it; empty if unknown.
/// </param>
/// <param name="Profile">The profile.</param>
/// <param name="Machine">Facts about the machine by name, such as <c>Processor</c>, in the order to show.</param>
/// <param name="Versions">Versions of programs by name, in the order to show.</param>
/// <param name="JobGraphSvg">The job graph as an <c>svg</c> element; empty for none.</param>
/// <param name="Targets">What each target cost, in the order in which they run.</param>
public sealed record Provenance(
    string Commit,
    string Profile,
    IReadOnlyList<(string Name, string Value)> Machine,
    IReadOnlyList<(string Name, string Value)> Versions,
    string JobGraphSvg,
    IReadOnlyList<TargetTime> Targets);
