using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>The artifact of one job: <c>Corpora.For(language)</c>.</summary>
/// <typeparam name="TArtifact">The view it is opened with.</typeparam>
public sealed class ArtifactReference<TArtifact> : Input<TArtifact>
    where TArtifact : IArtifact<TArtifact>
{
    internal ArtifactReference(InputSource source)
        : base(source)
    {
    }

    /// <summary>The same artifact, opened with another view of its folder.</summary>
    public ArtifactReference<TOther> As<TOther>()
        where TOther : IArtifact<TOther> => new(Source);

    internal override TArtifact Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) =>
        TArtifact.Open(folders[0]);
}
