namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>The distribution of the symbol after a newline.</summary>
public static class FirstLetter
{
    /// <summary>
    /// Fills the distribution of the first letter of a message, given the distribution of the intention of the message
    /// before it; newline has probability 0. For a known intention theta in the author's language: 1/6 on each own
    /// letter of theta and of theta + 1.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="previous">The distribution of the previous intention. [intentions]</param>
    /// <param name="next">Receives the distribution. [tokens]</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public static void Predict(Language language, ReadOnlySpan<double> previous, Span<double> next)
    {
        if (previous.Length != language.Intentions)
            throw new ArgumentException($"There are {language.Intentions} intentions.", nameof(previous));
        if (next.Length != language.Alphabet.Tokens)
            throw new ArgumentException($"There are {language.Alphabet.Tokens} tokens.", nameof(next));
        next.Clear();
        for (var i = 0; i < previous.Length; i++)
        {
            var arrival = 0.0;
            for (var j = 0; j < previous.Length; j++)
                arrival = Math.FusedMultiplyAdd(previous[j], language.NextIntention(j)[i], arrival);
            var start = language.Start(i);
            for (var s = 0; s < start.Length; s++) next[s + 1] = Math.FusedMultiplyAdd(arrival, start[s], next[s + 1]);
        }
    }
}
