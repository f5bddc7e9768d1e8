namespace Research.Learning.Data;

/// <summary>
/// The characters of a text (UTF-16 code units) and their token numbers: newline is 0, the others follow in ascending order.
/// </summary>
public sealed class Vocabulary : IEquatable<Vocabulary>
{
    private readonly int[] tokenOf = new int[char.MaxValue + 1];

    /// <summary>The vocabulary of the given characters; newline is always part of it.</summary>
    public Vocabulary(IEnumerable<char> characters)
    {
        Characters = "\n" + string.Concat(characters.Where(c => c != '\n').Distinct().Order());
        Array.Fill(tokenOf, -1);
        for (var token = 0; token < Characters.Length; token++)
        {
            tokenOf[Characters[token]] = token;
        }
    }

    /// <summary>The characters, by token number.</summary>
    public string Characters { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => Characters.Length;

    /// <summary>The token of a character.</summary>
    /// <exception cref="ArgumentException">The vocabulary does not have it.</exception>
    public int TokenOf(char character) => tokenOf[character] >= 0
        ? tokenOf[character]
        : throw new ArgumentException($"U+{(int)character:X4} is not in the vocabulary", nameof(character));

    /// <summary>The tokens of a text.</summary>
    /// <exception cref="ArgumentException">The text has a character that the vocabulary does not have.</exception>
    public int[] Encode(string text) => [.. text.Select(TokenOf)];

    /// <summary>The text of tokens.</summary>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var text = new char[tokens.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Characters[tokens[i]];
        }

        return new string(text);
    }

    /// <inheritdoc/>
    public bool Equals(Vocabulary? other) => other is not null && Characters == other.Characters;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Vocabulary);

    /// <inheritdoc/>
    public override int GetHashCode() => Characters.GetHashCode(StringComparison.Ordinal);
}
