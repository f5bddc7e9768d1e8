using System.Text;

namespace Research.Pipeline.Graph;

/// <summary>Names that every file system takes.</summary>
internal static class FolderNames
{
    private const int Longest = 96;

    /// <summary>
    /// Letters, digits, dots, equal signs, plus and minus of the name stay; everything else becomes single dashes:
    /// <c>released e=0.02 · seed 3</c> is <c>released-e=0.02-seed-3</c>. Names whose form is taken get a number.
    /// </summary>
    public static string Of(string name, ISet<string> taken)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '=' or '+' or '_')
                text.Append(c);
            else if (text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        var stem = text.ToString(0, Math.Min(text.Length, Longest)).Trim('-', '.');
        stem = stem.Length == 0 ? "job" : stem;
        var unique = stem;
        for (var number = 2; !taken.Add(unique); number++)
            unique = $"{stem}-{number}";
        return unique;
    }

    /// <summary><c>InContextSummary</c> as <c>in-context-summary</c>.</summary>
    public static string KebabCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i])
                && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && text[^1] != '-')
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
