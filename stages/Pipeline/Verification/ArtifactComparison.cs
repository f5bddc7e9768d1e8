using System.Security.Cryptography;
using Research.Jobs;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Verification;

/// <summary>Compares two artifacts file by file.</summary>
/// <param name="formats">Those that tell differences in their own terms; other files are compared as bytes and text.</param>
internal sealed class ArtifactComparison(IReadOnlyList<IFileDifference> formats)
{
    /// <summary>The files that are missing, new or different, by name.</summary>
    /// <param name="stored">Full path of the stored files.</param>
    /// <param name="received">Full path of the files just written.</param>
    public IReadOnlyList<FileDifference> Between(string stored, string received)
    {
        var names = NamesIn(stored).Union(NamesIn(received)).Order(StringComparer.Ordinal);
        return [.. names.Select(name => Of(name, stored, received)).Where(file => file.Stored != file.Received)];
    }

    private FileDifference Of(string name, string stored, string received)
    {
        var (before, now) = (Path.Combine(stored, name), Path.Combine(received, name));
        var (was, @is) = (DigestOf(before), DigestOf(now));
        var differs = was is not null && @is is not null && was != @is;
        return new FileDifference(name, was, @is, differs ? First(name, before, now) : "");
    }

    private string First(string name, string stored, string received)
    {
        var format = formats.FirstOrDefault(format => name.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));
        try
        {
            return format?.Describe(stored, received) ?? ByteDifference.Describe(stored, received);
        }
        catch (InputException e)
        {
            return $"{ByteDifference.Describe(stored, received)} ({Path.GetFileName(e.Where)}: {e.What})";
        }
    }

    private static IEnumerable<string> NamesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
        : [];

    private static Digest? DigestOf(string path)
    {
        if (!File.Exists(path))
            return null;
        using var file = File.OpenRead(path);
        return Digest.FromHash(SHA256.HashData(file));
    }
}
