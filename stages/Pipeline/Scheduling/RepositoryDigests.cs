using System.Security.Cryptography;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// Digests of source files and folders, by content and by the names inside a folder; taken once a run.
/// </summary>
/// <param name="root">Root folder of the repository.</param>
internal sealed class RepositoryDigests(string root)
{
    private readonly Dictionary<string, Digest> _known = new(StringComparer.Ordinal);

    /// <summary>Full path of a source file or folder.</summary>
    public string PathOf(string path) => Path.Combine(root, path);

    /// <summary>The digest it had when it was first asked for.</summary>
    public Digest Of(string path, bool isFolder)
    {
        lock (_known)
            return _known.TryGetValue(path, out var digest) ? digest : _known[path] = Take(path, isFolder);
    }

    /// <summary>True if the content is still what it was when its digest was taken.</summary>
    public bool IsUnchanged(string path, bool isFolder) => Take(path, isFolder) == Of(path, isFolder);

    private Digest Take(string path, bool isFolder)
    {
        var full = PathOf(path);
        if (!isFolder)
            return Hash(full);
        var files = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories);
        return Digest.Of(Manifest.Format(files.Select(file => Entry(full, file))));
    }

    private static ObjectFile Entry(string folder, string file) => new(
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
        new FileInfo(file).Length,
        Hash(file));

    private static Digest Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Digest.FromHash(SHA256.HashData(stream));
    }
}
