using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Research.Languages.LabelledText;

/// <summary>
/// The different texts of a file, by the first half of their SHA-256, and the labels they carry. A text that carries several belongs to
/// the first; so equal texts always fall into the same split.
/// </summary>
internal sealed class TextCensus
{
    private readonly Dictionary<UInt128, string> _owner = [];
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _contradicted = [];
    private readonly Dictionary<string, UInt128> _lastHeldOut = new(StringComparer.Ordinal);

    /// <summary>Rows by label.</summary>
    public IReadOnlyDictionary<string, long> Rows => _rows;

    /// <summary>Rows whose text was there before.</summary>
    public long Repeated { get; private set; }

    /// <summary>Different texts that carry more than one label.</summary>
    public long Contradicted => _contradicted.Count;

    /// <summary>Counts a row.</summary>
    public void Add(string label, string text)
    {
        _rows[label] = _rows.GetValueOrDefault(label) + 1;
        var digest = Digest(text);
        if (_owner.TryAdd(digest, label)) return;
        Repeated++;
        if (_owner[digest] != label) _contradicted.Add(digest);
    }

    /// <summary>
    /// Holds out, for each label, the share of its different texts with the smallest digests, and returns how many different texts each
    /// label has.
    /// </summary>
    public IReadOnlyDictionary<string, int> HoldOut(double share)
    {
        var digests = _owner.GroupBy(entry => entry.Value, entry => entry.Key).ToDictionary(group => group.Key, group => group.Order().ToList());
        foreach (var (label, sorted) in digests)
        {
            var count = (int)Math.Floor((share * sorted.Count) + 0.5);
            if (count > 0) _lastHeldOut[label] = sorted[count - 1];
        }

        return digests.ToDictionary(entry => entry.Key, entry => entry.Value.Count);
    }

    /// <summary>The split of a text that was counted.</summary>
    public string SplitOf(string text)
    {
        var digest = Digest(text);
        return _lastHeldOut.TryGetValue(_owner[digest], out var last) && digest <= last ? Splits.Validation : Splits.Train;
    }

    private static UInt128 Digest(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
