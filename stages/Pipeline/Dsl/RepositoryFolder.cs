using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>A folder of the repository as an input, known by the digest of its content.</summary>
internal sealed class RepositoryFolder<TFolder>(string path)
    : Input<TFolder>(new InputSource.Repository(path, IsFolder: true))
    where TFolder : IArtifact<TFolder>
{
    internal override TFolder Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) =>
        TFolder.Open(folders[0]);
}
