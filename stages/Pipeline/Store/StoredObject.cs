using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>A complete artifact in the store.</summary>
/// <param name="Digest">Digest of its manifest: its identity.</param>
/// <param name="Folder">Full path of the folder with its files, which are read-only.</param>
/// <param name="Files">Its files, sorted by name.</param>
public sealed record StoredObject(Digest Digest, string Folder, IReadOnlyList<ObjectFile> Files)
{
    /// <summary>Sum of the lengths of its files in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Length);
}
