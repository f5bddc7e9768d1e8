using System.Globalization;
using System.Text;

namespace Research.Pipeline.Verification;

/// <summary>The first differing byte of two files, and if they are text, the line it stands in.</summary>
internal static class ByteDifference
{
    private const int BufferBytes = 1 << 16;
    private const int ShownBefore = 30;
    private const int ShownBytes = 80;

    /// <summary><c>byte 12: 0x41 against 0x42; line 2: 'abA' against 'abB'</c>; bytes count from 0, lines from 1.</summary>
    /// <param name="stored">Full path of the file of record.</param>
    /// <param name="received">Full path of a file with other bytes.</param>
    public static string Describe(string stored, string received)
    {
        using var left = File.OpenRead(stored);
        using var right = File.OpenRead(received);
        var (at, line, lineStart) = FirstDifference(left, right);
        var bytes = at < left.Length && at < right.Length
            ? $"byte {at}: {Hex(left, at)} against {Hex(right, at)}"
            : $"{left.Length} against {right.Length} bytes, equal as far as both go";
        var from = Math.Max(lineStart, at - ShownBefore);
        return TextAt(left, from, from > lineStart) is { } before && TextAt(right, from, from > lineStart) is { } now
            ? $"{bytes}; line {line}: '{before}' against '{now}'"
            : bytes;
    }

    // The position, the number of its line, and where that line begins.
    private static (long At, long Line, long LineStart) FirstDifference(FileStream left, FileStream right)
    {
        var (a, b) = (new byte[BufferBytes], new byte[BufferBytes]);
        var (at, line, lineStart) = (0L, 1L, 0L);
        while (true)
        {
            var (readLeft, readRight) = (left.ReadAtLeast(a, BufferBytes, false), right.ReadAtLeast(b, BufferBytes, false));
            var common = a.AsSpan(0, readLeft).CommonPrefixLength(b.AsSpan(0, readRight));
            var equal = a.AsSpan(0, common);
            line += equal.Count((byte)'\n');
            if (equal.LastIndexOf((byte)'\n') is >= 0 and var last)
                lineStart = at + last + 1;
            at += common;
            if (common < BufferBytes)
                return (at, line, lineStart);
        }
    }

    private static string Hex(FileStream file, long at)
    {
        file.Position = at;
        return string.Create(CultureInfo.InvariantCulture, $"0x{file.ReadByte():X2}");
    }

    // Some of a line from a position on; null if that is no text.
    private static string? TextAt(FileStream file, long from, bool isCut)
    {
        var bytes = new byte[ShownBytes];
        file.Position = from;
        var read = file.ReadAtLeast(bytes, ShownBytes, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(bytes, 0, read);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var isLong = end < 0 && read == ShownBytes;
        text = end < 0 ? text : text[..end];
        return text.Any(c => char.IsControl(c) && c != '\t')
            ? null
            : (isCut ? "…" : "") + text.Trim('\uFFFD') + (isLong ? "…" : "");
    }
}
