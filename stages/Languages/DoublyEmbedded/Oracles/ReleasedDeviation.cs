using Research.Numerics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// The "average probability deviation" of the author's code: |ln p(window) - score| / b. The score takes the intentions
/// of successive messages as independent and uniform and gives newlines away, so that even a perfect model deviates.
/// </summary>
public sealed class ReleasedDeviation
{
    private readonly int intentions;
    private readonly int letters;
    private readonly LogTransitions transitions;
    private readonly double[] scores;

    /// <summary>The metric of a language.</summary>
    public ReleasedDeviation(Language language)
    {
        (intentions, letters) = (language.Intentions, language.Letters);
        scores = new double[intentions];
        transitions = new LogTransitions(language);
    }

    /// <summary>The deviation of a model from the score, per prediction.</summary>
    /// <param name="window">b + 1 tokens.</param>
    /// <param name="logProbability">The model's ln p of the tokens after the first, given those before them.</param>
    public double Of(ReadOnlySpan<int> window, double logProbability) =>
        Math.Abs(logProbability - LogScore(window)) / (window.Length - 1);

    /// <summary>
    /// The score. One logarithm per intention starts at ln(1 / intentions). For each pair (x, y) of neighboring tokens:
    /// if x is a newline, ln(1 / own letters) is added to all; else if y is a newline, their log-sum-exp goes to the
    /// total and they start again; else the logarithm of the transition is added. The last log-sum-exp goes to the
    /// total.
    /// </summary>
    public double LogScore(ReadOnlySpan<int> window)
    {
        var fresh = -Elementary.Log(intentions);
        var firstLetter = -Elementary.Log((double)letters / intentions);
        var total = 0.0;
        scores.AsSpan().Fill(fresh);
        for (var j = 0; j + 1 < window.Length; j++)
        {
            int x = window[j], y = window[j + 1];
            if (x == Alphabet.Newline)
            {
                for (var i = 0; i < intentions; i++) scores[i] += firstLetter;
            }
            else if (y == Alphabet.Newline)
            {
                total += Elementary.LogSumExp(scores);
                scores.AsSpan().Fill(fresh);
            }
            else
            {
                transitions.AddTo(scores, x - 1, y - 1);
            }
        }

        return total + Elementary.LogSumExp(scores);
    }
}
