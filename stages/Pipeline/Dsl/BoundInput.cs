namespace Research.Pipeline.Dsl;

/// <summary>An input of one job.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Open">Opens it for the stage function, given the full path and the name of each artifact.</param>
internal sealed record BoundInput(InputSource Source, Func<IReadOnlyList<string>, IReadOnlyList<string>, object> Open);
