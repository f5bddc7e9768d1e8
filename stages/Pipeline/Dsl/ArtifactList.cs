using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>The artifacts of several jobs of one target, in the order of its items: <c>InContext.All</c>.</summary>
/// <typeparam name="TArtifact">The view each is opened with.</typeparam>
public sealed class ArtifactList<TArtifact> : Input<IReadOnlyList<TArtifact>>
    where TArtifact : IArtifact<TArtifact>
{
    internal ArtifactList(InputSource source)
        : base(source)
    {
    }

    /// <summary>The same artifacts, opened with another view of their folders.</summary>
    public ArtifactList<TOther> As<TOther>()
        where TOther : IArtifact<TOther> => new(Source);

    /// <summary>These artifacts, then those of another target that are opened with the same view.</summary>
    public ArtifactList<TArtifact> And(ArtifactList<TArtifact> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new(new InputSource.Named([new("", Source), new("", others.Source)]));
    }

    internal override IReadOnlyList<TArtifact> Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) =>
        [.. folders.Select(TArtifact.Open)];
}
