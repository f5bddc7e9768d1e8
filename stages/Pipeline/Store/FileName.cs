using System.Text;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>File names for readable names.</summary>
public static class FileName
{
    private const int Longest = 80;

    /// <summary>
    /// A name for a file or folder, on any file system: letters, digits, <c>. - _ =</c> stay, each other run of characters
    /// becomes one <c>-</c>. If anything had to change, some digits of the name's digest follow, so that two names never meet.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static string Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var safe = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '=')
                safe.Append(c);
            else if (safe.Length > 0 && safe[^1] != '-')
                safe.Append('-');
        }

        var text = safe.ToString().Trim('-', '.');
        if (text == name && text.Length <= Longest)
            return text;
        var digest = Digest.Of(Encoding.Unicode.GetBytes(name)).Hex[..8];
        return $"{text[..Math.Min(text.Length, Longest)].TrimEnd('-', '.')}-{digest}".TrimStart('-');
    }
}
