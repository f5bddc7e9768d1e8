using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Languages.Tests.LabelledText;

/// <summary>Three languages over a, b and c, each a Markov chain of 12 letters, drawn equally often: the exact posterior is known.</summary>
internal static class ToyLanguages
{
    public const int Count = 3;
    public const int Letters = 12;

    // The letter before, the letter; the first letter follows the row 0.
    private static readonly double[][][] Chains =
    [
        [[0.6, 0.3, 0.1], [0.2, 0.6, 0.2], [0.3, 0.3, 0.4]],
        [[0.2, 0.4, 0.4], [0.5, 0.2, 0.3], [0.3, 0.1, 0.6]],
        [[0.4, 0.1, 0.5], [0.3, 0.4, 0.3], [0.5, 0.3, 0.2]],
    ];

    /// <summary>Texts with their languages; other streams give other texts.</summary>
    public static IEnumerable<(int Label, string Text)> Draw(int texts, string stream)
    {
        var philox = new Philox(1, stream);
        for (var n = 0; n < texts; n++)
        {
            var draws = new PhiloxStream(philox, step: (uint)n);
            var letters = new char[Letters];
            var last = 0;
            for (var i = 0; i < Letters; i++)
            {
                var (row, u) = (Chains[n % Count][last], draws.UniformDouble());
                last = u < row[0] ? 0 : u < row[0] + row[1] ? 1 : 2;
                letters[i] = (char)('a' + last);
            }

            yield return (n % Count, new string(letters));
        }
    }

    /// <summary>The exact posterior after the first letters of a text.</summary>
    public static double[] Posterior(string text, int letters)
    {
        var weights = new double[Count];
        for (var language = 0; language < Count; language++)
        {
            var last = 0;
            foreach (var letter in text.Take(letters))
            {
                weights[language] += Elementary.Log(Chains[language][last][letter - 'a']);
                last = letter - 'a';
            }
        }

        IntentionPosterior.FromLogWeights(weights);
        return weights;
    }
}
