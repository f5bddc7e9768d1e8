namespace Research.Languages.LabelledText;

/// <summary>
/// The symbols of a text: the characters (Unicode code points) of the texts it was made from, one symbol for all other characters, and
/// one for the end of the text.
/// </summary>
public sealed class TextAlphabet
{
    /// <summary>The end of a text.</summary>
    public const int End = 0;

    /// <summary>Any character that the alphabet was not made from.</summary>
    public const int Other = 1;

    private const int FirstCharacter = 2;

    private readonly Dictionary<int, int> _symbols = [];

    /// <summary>Makes the alphabet of the first characters of some texts; symbols in the order of code points.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="longest">How many characters of each count; at least 1.</param>
    public TextAlphabet(IEnumerable<string> texts, int longest)
    {
        var seen = new HashSet<int>();
        foreach (var text in texts)
        {
            var read = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                if (read++ == longest) break;
                seen.Add(rune.Value);
            }
        }

        foreach (var character in seen.Order()) _symbols[character] = FirstCharacter + _symbols.Count;
    }

    /// <summary>Number of symbols, at least 2.</summary>
    public int Count => FirstCharacter + _symbols.Count;

    /// <summary>The first symbols of a text; a text with fewer than <paramref name="longest"/> characters closes with its end.</summary>
    public int[] Encode(string text, int longest)
    {
        var symbols = new List<int>(Math.Min(longest, text.Length + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (symbols.Count == longest) return [.. symbols];
            symbols.Add(_symbols.GetValueOrDefault(rune.Value, Other));
        }

        if (symbols.Count < longest) symbols.Add(End);
        return [.. symbols];
    }
}
