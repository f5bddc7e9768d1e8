using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tests.DoublyEmbedded;

/// <summary>
/// Probabilities by the definition of the language: sums over every intention path, every place, every unseen letter.
/// </summary>
internal static class BruteForce
{
    /// <summary>q(x | theta) of the first letters of a message.</summary>
    public static double Likelihood(Language language, int intention, ReadOnlySpan<int> message)
    {
        var probability = 1.0;
        for (var i = 0; i < message.Length; i++)
            probability *= Letter(language, intention, i == 0 ? null : message[i - 1], message[i]);
        return probability;
    }

    /// <summary>
    /// Joint probability of a window that starts anywhere in the endless text and of the intention of its last message
    /// (the one being read, or the one that a final newline ended). [intentions]
    /// </summary>
    public static double[] Window(Language language, ReadOnlySpan<int> window)
    {
        var joint = new double[language.Intentions];
        var period = language.MessageLength + 1;
        for (var place = 0; place < period; place++)
            for (var i = 0; i < language.Intentions; i++)
                AddPrefixes(language, [], place, i, window.ToArray(), language.Stationary[i] / period, joint);
        return joint;
    }

    public static double WindowProbability(Language language, ReadOnlySpan<int> window) =>
        Window(language, window).Sum();

    /// <summary>Enumerates the letters of the first message that lie before the window.</summary>
    private static void AddPrefixes(
        Language language, int[] prefix, int place, int intention, int[] window, double weight, double[] joint)
    {
        if (prefix.Length < place)
        {
            for (var token = 1; token <= language.Letters; token++)
                AddPrefixes(language, [.. prefix, token], place, intention, window, weight, joint);
            return;
        }

        var letters = place;
        int[] text = [.. prefix, .. window];
        weight *= Likelihood(language, intention, prefix);
        AddRest(language, text, letters, intention, place, weight, joint);
    }

    /// <summary>
    /// Walks the text from a position; <paramref name="place"/> is the position within the current message.
    /// </summary>
    private static void AddRest(
        Language language, int[] text, int position, int intention, int place, double weight, double[] joint)
    {
        if (weight == 0) return;
        if (position == text.Length)
        {
            joint[intention] += weight;
            return;
        }

        var token = text[position];
        if (place == language.MessageLength)
        {
            if (token != Alphabet.Newline) return;
            if (position + 1 == text.Length)
            {
                joint[intention] += weight;
                return;
            }

            for (var next = 0; next < language.Intentions; next++)
                AddRest(language, text, position + 1, next, 0, weight * language.NextIntention(intention)[next], joint);
            return;
        }

        if (token == Alphabet.Newline) return;
        var probability = Letter(language, intention, place == 0 ? null : text[position - 1], token);
        AddRest(language, text, position + 1, intention, place + 1, weight * probability, joint);
    }

    private static double Letter(Language language, int intention, int? previous, int token) =>
        (previous is { } before ? language.NextLetter(intention, before - 1) : language.Start(intention))[token - 1];
}
