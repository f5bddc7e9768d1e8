namespace Research.Pipeline.Tests.Synthetic;

/// <summary>What a run of a synthetic build gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error, IReadOnlyList<string> Ran);
