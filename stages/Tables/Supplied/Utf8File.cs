using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Research.Jobs;

namespace Research.Tables.Supplied;

/// <summary>Sees that a file is text in UTF-8, reading it piece by piece.</summary>
internal static class Utf8File
{
    private const int Piece = 1 << 16;
    private const int LongestCharacter = 4;
    private const string Remedy = "Save the file in UTF-8.";

    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="isZipped">It is compressed by gzip; the text within is checked.</param>
    /// <exception cref="InputException">It is UTF-16, or a byte does not belong to UTF-8; the message says line and byte.</exception>
    /// <exception cref="InvalidDataException">It is damaged gzip.</exception>
    public static void Check(string path, bool isZipped)
    {
        using var file = File.OpenRead(path);
        using var stream = isZipped ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var buffer = new byte[Piece];
        var (kept, line, start) = (0, 1L, 0L);
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), Piece - kept, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            if (start == 0 && bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
                throw new InputException("the file is in UTF-16 (it begins with its byte order mark)", path, Remedy);
            var isLast = read < Piece - kept;
            var whole = isLast ? bytes.Length : WholeCharacters(bytes);
            if (bytes[..whole].Contains((byte)0) || !Utf8.IsValid(bytes[..whole]))
                throw Wrong(path, bytes[..whole], line, start);
            if (isLast) return;
            line += bytes[..whole].Count((byte)'\n');
            start += whole;
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
        }
    }

    // A character that goes on in the next piece is left to it.
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestCharacter; back++)
        {
            var first = bytes[^back];
            if ((first & 0b1100_0000) == 0b1000_0000) continue;
            return first >= 0b1100_0000 ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private static InputException Wrong(string path, ReadOnlySpan<byte> bytes, long line, long start)
    {
        var at = 0;
        while (bytes[at] != 0 && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        var place = $"{path}:{line + bytes[..at].Count((byte)'\n')}";
        return bytes[at] == 0
            ? new InputException($"byte {start + at} is 0, as in UTF-16 and not in text in UTF-8", place, Remedy)
            : new InputException($"byte {start + at} (0x{bytes[at]:X2}) is not UTF-8", place, Remedy);
    }
}
