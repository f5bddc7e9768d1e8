namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>Entropies of a language in nats.</summary>
public static class EntropyRate
{
    /// <summary>
    /// Mean entropy of a letter given the letter before it and the intention, over intentions and places in the
    /// message.
    /// </summary>
    public static double OfTransitions(Language language)
    {
        var sum = 0.0;
        for (var o = 0; o < language.Transitions; o++) sum += OfTransition(language, o);
        return sum / language.Transitions;
    }

    /// <summary>
    /// Entropy per symbol of the endless text, newlines included, of a language whose first letters give the intention
    /// away: the first letter given the previous intention, and the transitions (the author's noiseless language: (ln 6
    /// + 20 h) / 22).
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Two intentions share a first letter; then there is no closed form.
    /// </exception>
    public static double OfText(Language language)
    {
        RequireTellingFirstLetters(language);
        var message = OfFirstLetter(language) + language.Transitions * OfTransitions(language);
        return message / (language.MessageLength + 1);
    }

    /// <summary>Entropy of the letter after place o (from 0), given letter and intention, averaged over both.</summary>
    internal static double OfTransition(Language language, int place)
    {
        var sum = 0.0;
        for (var i = 0; i < language.Intentions; i++)
        {
            var letters = language.LetterAt(i, place);
            for (var s = 0; s < letters.Length; s++)
                if (letters[s] > 0)
                    sum += language.Stationary[i] * letters[s] * IntentionPosterior.Entropy(language.NextLetter(i, s));
        }

        return sum;
    }

    /// <summary>Entropy of the first letter of a message given the previous intention.</summary>
    internal static double OfFirstLetter(Language language)
    {
        Span<double> known = stackalloc double[language.Intentions];
        Span<double> next = stackalloc double[language.Alphabet.Tokens];
        var sum = 0.0;
        for (var i = 0; i < language.Intentions; i++)
        {
            known.Clear();
            known[i] = 1;
            FirstLetter.Predict(language, known, next);
            sum += language.Stationary[i] * IntentionPosterior.Entropy(next);
        }

        return sum;
    }

    /// <summary>Entropy of a first letter if nothing is known about the previous intention.</summary>
    internal static double OfUnforeseenFirstLetter(Language language)
    {
        Span<double> next = stackalloc double[language.Alphabet.Tokens];
        FirstLetter.Predict(language, language.Stationary, next);
        return IntentionPosterior.Entropy(next);
    }

    private static void RequireTellingFirstLetters(Language language)
    {
        for (var s = 0; s < language.Letters; s++)
        {
            var owners = 0;
            for (var i = 0; i < language.Intentions; i++)
                if (language.Start(i)[s] > 0) owners++;
            if (owners > 1)
                throw new ArgumentException(
                    $"Several intentions of {language.Name} start with the letter {s}.", nameof(language));
        }
    }
}
