using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// What the fingerprint of an assembly file was when the file had a certain length and time: one line
/// <c>LENGTH TIME DIGEST REFERENCES PATH</c> per file. Only a shortcut: without it everything is computed anew.
/// </summary>
internal sealed class FingerprintMemo(string file, Workspace workspace)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = Read(file);

    /// <summary>The fingerprint, without its members, if the file is as it was.</summary>
    public Entry? Find(FileInfo assembly) =>
        _entries.TryGetValue(assembly.FullName, out var known)
        && known.Length == assembly.Length && known.Time == assembly.LastWriteTimeUtc.Ticks ? known : null;

    /// <summary>Notes a fingerprint, for this run and the next ones.</summary>
    public Entry Add(FileInfo assembly, AssemblyFingerprint fingerprint)
    {
        var entry = new Entry(assembly.Length, assembly.LastWriteTimeUtc.Ticks, fingerprint.Digest, fingerprint.References);
        _entries[assembly.FullName] = entry;
        var text = new StringBuilder();
        var present = _entries.Where(known => File.Exists(known.Key));
        foreach (var (path, known) in present.OrderBy(known => known.Key, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{known.Length} {known.Time} {known.Digest.Hex} {string.Join(',', known.References)} {path}\n");
        }

        AtomicFile.TryRemember(file, Encoding.UTF8.GetBytes(text.ToString()), workspace);
        return entry;
    }

    private static ConcurrentDictionary<string, Entry> Read(string file)
    {
        ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
        try
        {
            if (!File.Exists(file))
                return entries;
            foreach (var line in File.ReadAllLines(file))
            {
                if (line.Split(' ', 5) is [var length, var time, var digest, var references, var path]
                    && long.TryParse(length, CultureInfo.InvariantCulture, out var bytes)
                    && long.TryParse(time, CultureInfo.InvariantCulture, out var ticks)
                    && Digest.TryParse(digest, out var known))
                    entries[path] = new Entry(bytes, ticks, known, references.Split(',', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As if it were absent.
        }

        return entries;
    }

    internal sealed record Entry(long Length, long Time, Digest Digest, IReadOnlyList<string> References);
}
