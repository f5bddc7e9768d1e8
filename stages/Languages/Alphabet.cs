namespace Research.Languages;

/// <summary>
/// The characters of a language and their tokens: newline is token 0, letter s (from 0) is token s + 1. The letters are
/// a to z, then the Latin letters from U+0100 to U+024F, so that tokens ascend with the characters' codes.
/// </summary>
public sealed class Alphabet
{
    /// <summary>The token that ends a message.</summary>
    public const int Newline = 0;

    /// <summary>The most letters an alphabet can have.</summary>
    public const int MostLetters = 26 + (LastExtended - FirstExtended + 1);

    private const char FirstExtended = '\u0100';
    private const char LastExtended = '\u024F';

    /// <summary>The alphabet of that many letters, from 1 to <see cref="MostLetters"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many letters.</exception>
    public Alphabet(int letters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(letters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(letters, MostLetters);
        Characters = string.Create(letters + 1, 0, static (characters, _) =>
        {
            characters[Newline] = '\n';
            for (var s = 0; s < characters.Length - 1; s++)
                characters[s + 1] = (char)(s < 26 ? 'a' + s : FirstExtended + (s - 26));
        });
    }

    /// <summary>The characters by token.</summary>
    public string Characters { get; }

    /// <summary>Number of letters.</summary>
    public int Letters => Characters.Length - 1;

    /// <summary>Number of tokens: the letters and the newline.</summary>
    public int Tokens => Characters.Length;

    /// <summary>The token of a character.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The alphabet does not have it.</exception>
    public int TokenOf(char character)
    {
        var token = character switch
        {
            '\n' => Newline,
            >= 'a' and <= 'z' => character - 'a' + 1,
            >= FirstExtended and <= LastExtended => character - FirstExtended + 27,
            _ => int.MaxValue,
        };
        return token < Tokens
            ? token
            : throw new ArgumentOutOfRangeException(
                nameof(character), character, "The alphabet does not have this character.");
    }

    /// <summary>The tokens of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The alphabet does not have one of the characters.</exception>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        var tokens = new int[text.Length];
        for (var i = 0; i < text.Length; i++) tokens[i] = TokenOf(text[i]);
        return tokens;
    }

    /// <summary>The text of tokens.</summary>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var text = new char[tokens.Length];
        for (var i = 0; i < text.Length; i++) text[i] = Characters[tokens[i]];
        return new string(text);
    }
}
