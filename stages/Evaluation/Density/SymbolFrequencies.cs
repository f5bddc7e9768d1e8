using Research.Languages;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Density;

/// <summary>How often each symbol occurs in the endless text of a language.</summary>
internal static class SymbolFrequencies
{
    /// <summary>
    /// The stationary distribution of one symbol: newline once a message, letters by their mean over places and
    /// intentions. [tokens]
    /// </summary>
    public static double[] Of(Language language)
    {
        var frequencies = new double[language.Alphabet.Tokens];
        var period = language.MessageLength + 1;
        frequencies[Alphabet.Newline] = 1.0 / period;
        for (var i = 0; i < language.Intentions; i++)
        {
            for (var place = 0; place < language.MessageLength; place++)
            {
                var letters = language.LetterAt(i, place);
                for (var s = 0; s < letters.Length; s++)
                    frequencies[s + 1] += language.Stationary[i] * letters[s] / period;
            }
        }

        return frequencies;
    }
}
