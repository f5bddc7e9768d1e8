using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>
/// Artifacts of different kinds as one input, each under a name: <c>new NamedArtifacts(("density", Density.All), ("icl", InContext.All))</c>.
/// The names are part of the key.
/// </summary>
/// <param name="parts">Name and artifacts; each name is given once.</param>
public sealed class NamedArtifacts(params (string Name, Input Artifacts)[] parts)
    : Input<IReadOnlyList<NamedArtifact>>(new InputSource.Named([.. parts.Select(part => new KeyValuePair<string, InputSource>(part.Name, part.Artifacts.Source))]))
{
    internal override IReadOnlyList<NamedArtifact> Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) =>
        [.. folders.Zip(names, (folder, name) => new NamedArtifact(name, folder))];
}
