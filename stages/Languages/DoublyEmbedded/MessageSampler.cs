using Research.Numerics;

namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// Draws intentions and messages of a language. Each letter and each intention takes one draw of the stream it is
/// given.
/// </summary>
public sealed class MessageSampler
{
    private readonly Language language;
    private readonly Categorical stationary;
    private readonly Categorical intentions;
    private readonly Categorical starts;
    private readonly Categorical letters;

    /// <summary>A sampler of a language; holds no state between calls.</summary>
    public MessageSampler(Language language)
    {
        this.language = language;
        int k = language.Intentions, n = language.Letters;
        stationary = new(language.Stationary, k);
        intentions = new(Rows(k, k, language.NextIntention), k);
        starts = new(Rows(k, n, language.Start), n);
        letters = new(Rows(k * n, n, row => language.NextLetter(row / n, row % n)), n);
    }

    private delegate ReadOnlySpan<double> Row(int index);

    /// <summary>An intention from the stationary distribution.</summary>
    public int Intention(ref PhiloxStream draws) => stationary.Draw(0, draws.UniformDouble());

    /// <summary>The intention of the message that follows one of this intention.</summary>
    public int NextIntention(int intention, ref PhiloxStream draws) =>
        intentions.Draw(intention, draws.UniformDouble());

    /// <summary>
    /// Fills the tokens of the first letters of a message; any number of them, also more than a message has.
    /// </summary>
    public void Message(int intention, Span<int> tokens, ref PhiloxStream draws)
    {
        var letter = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            letter = i == 0
                ? starts.Draw(intention, draws.UniformDouble())
                : letters.Draw(intention * language.Letters + letter, draws.UniformDouble());
            tokens[i] = letter + 1;
        }
    }

    /// <summary>
    /// Fills a window of the endless text: intention and place in the message (letters and newline alike) are
    /// stationary.
    /// </summary>
    public void Window(Span<int> tokens, ref PhiloxStream draws)
    {
        var period = language.MessageLength + 1;
        Span<int> message = stackalloc int[period];
        var intention = Intention(ref draws);
        var place = draws.Below(period);
        for (var filled = 0; filled < tokens.Length; place = 0, intention = NextIntention(intention, ref draws))
        {
            Message(intention, message[..language.MessageLength], ref draws);
            message[language.MessageLength] = Alphabet.Newline;
            var part = message[place..];
            if (part.Length > tokens.Length - filled) part = part[..(tokens.Length - filled)];
            part.CopyTo(tokens[filled..]);
            filled += part.Length;
        }
    }

    private static double[] Rows(int count, int width, Row row)
    {
        var rows = new double[count * width];
        for (var i = 0; i < count; i++) row(i).CopyTo(rows.AsSpan(i * width, width));
        return rows;
    }
}
