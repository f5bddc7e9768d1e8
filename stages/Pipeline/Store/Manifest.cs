using System.Globalization;
using System.Text;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>
/// The list of an artifact's files as text, one line <c>DIGEST LENGTH NAME</c> per file, sorted by name. Its digest is the
/// identity of the artifact.
/// </summary>
internal static class Manifest
{
    /// <summary>Writes the list as UTF-8.</summary>
    public static byte[] Format(IEnumerable<ObjectFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{file.Digest.Hex} {file.Length} {file.Name}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads the list back.</summary>
    /// <exception cref="FormatException">The text is not a manifest.</exception>
    public static IReadOnlyList<ObjectFile> Parse(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        List<ObjectFile> files = [];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
                continue;
            var afterDigest = line.IndexOf(' ');
            var afterLength = afterDigest < 0 ? -1 : afterDigest + 1 + line[(afterDigest + 1)..].IndexOf(' ');
            if (afterLength <= afterDigest
                || !Digest.TryParse(line[..afterDigest], out var digest)
                || !long.TryParse(line[(afterDigest + 1)..afterLength], CultureInfo.InvariantCulture, out var length))
                throw new FormatException($"'{line}' is not a line of a manifest");
            files.Add(new ObjectFile(line[(afterLength + 1)..].ToString(), length, digest));
        }

        return files;
    }
}
