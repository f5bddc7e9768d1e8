using System.Text;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Fingerprints by digest, with all members: first line the assembly's name, second its references, then one line
/// <c>DIGEST MEMBER</c> per member.
/// </summary>
internal sealed class FingerprintArchive(string folder, Workspace workspace)
{
    public bool Contains(Digest digest) => File.Exists(PathOf(digest));

    public AssemblyFingerprint? Find(Digest digest)
    {
        try
        {
            var lines = File.ReadAllLines(PathOf(digest));
            if (lines.Length < 2)
                return null;
            SortedDictionary<string, Digest> members = new(StringComparer.Ordinal);
            foreach (var line in lines.AsSpan(2))
                members.Add(line[65..], Digest.Parse(line[..64]));
            return new AssemblyFingerprint(lines[0], digest, lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), members);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public void Add(AssemblyFingerprint fingerprint)
    {
        var text = new StringBuilder();
        text.Append(fingerprint.Name).Append('\n').AppendJoin(' ', fingerprint.References).Append('\n');
        foreach (var (member, digest) in fingerprint.Members)
            text.Append(digest.Hex).Append(' ').Append(member).Append('\n');
        // Without it, a later run can name the assembly that changed, but not the member.
        AtomicFile.TryRemember(PathOf(fingerprint.Digest), Encoding.UTF8.GetBytes(text.ToString()), workspace);
    }

    private string PathOf(Digest digest) => Path.Combine(folder, digest.Hex);
}
