namespace Research.Pipeline.Dsl;

/// <summary>A file of the repository as an input, known by the digest of its content.</summary>
internal sealed class RepositoryFile(string path) : Input<FileInfo>(new InputSource.Repository(path, IsFolder: false))
{
    internal override FileInfo Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) => new(folders[0]);
}
