namespace Research.Learning.Data;

/// <summary>A long sequence of tokens, one byte each where the vocabulary allows it, else two.</summary>
public sealed class TokenSequence
{
    private readonly byte[] narrow = [];
    private readonly ushort[] wide = [];

    private TokenSequence(int length, int vocabulary)
    {
        Length = length;
        if (vocabulary <= byte.MaxValue + 1)
        {
            narrow = new byte[length];
        }
        else
        {
            wide = new ushort[length];
        }
    }

    /// <summary>Number of tokens.</summary>
    public int Length { get; }

    /// <summary>The token at a position.</summary>
    public int this[int position] => narrow.Length > 0 ? narrow[position] : wide[position];

    /// <summary>Copies the tokens from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part leaves the sequence.</exception>
    public void CopyTo(int start, Span<int> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - destination.Length);
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = this[start + i];
        }
    }

    /// <summary>The tokens of messages, each followed by a newline.</summary>
    /// <param name="vocabulary">Has every character of the messages.</param>
    /// <param name="length">Number of all characters, newlines included.</param>
    /// <param name="messages">The messages in order.</param>
    internal static TokenSequence Of(Vocabulary vocabulary, int length, IEnumerable<string> messages)
    {
        var tokens = new TokenSequence(length, vocabulary.Count);
        var position = 0;
        foreach (var message in messages)
        {
            foreach (var character in message)
            {
                tokens.Set(position++, vocabulary.TokenOf(character));
            }

            tokens.Set(position++, vocabulary.TokenOf('\n'));
        }

        return tokens;
    }

    private void Set(int position, int token)
    {
        if (narrow.Length > 0)
        {
            narrow[position] = (byte)token;
        }
        else
        {
            wide[position] = (ushort)token;
        }
    }
}
