namespace Research.Pipeline.CommandLine;

/// <summary>A target as <c>--help</c> lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">It runs when no target is named.</param>
/// <param name="Description">What it does.</param>
/// <param name="Needs">Targets it directly depends on.</param>
internal sealed record TargetHelp(string Name, bool IsDefault, string Description, IReadOnlyList<string> Needs);
