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

    internal override IReadOnlyList<TArtifact> Open(IReadOnlyList<string> folders) =>
        [.. folders.Select(TArtifact.Open)];
}
