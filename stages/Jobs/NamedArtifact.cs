namespace Research.Jobs;

/// <summary>An artifact among several of different kinds, known to the stage by a name that the plan gives it.</summary>
/// <param name="Name">The name; artifacts of one target share it.</param>
/// <param name="Folder">Full path of the artifact's folder.</param>
public sealed record NamedArtifact(string Name, string Folder);
