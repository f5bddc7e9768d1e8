using Research.Numerics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>Logarithms of the letter transitions of a language, the intentions side by side.</summary>
internal sealed class LogTransitions
{
    private readonly double[] logs;
    private readonly int letters;
    private readonly int intentions;

    public LogTransitions(Language language)
    {
        (intentions, letters) = (language.Intentions, language.Letters);
        logs = new double[letters * letters * intentions];
        for (var i = 0; i < intentions; i++)
            for (var s = 0; s < letters; s++)
                for (var t = 0; t < letters; t++)
                    logs[(s * letters + t) * intentions + i] = Elementary.Log(language.NextLetter(i, s)[t]);
    }

    /// <summary>Adds ln T(theta, from, to) of each intention theta; the letters count from 0.</summary>
    public void AddTo(Span<double> sums, int from, int to)
    {
        var row = logs.AsSpan((from * letters + to) * intentions, intentions);
        for (var i = 0; i < sums.Length; i++) sums[i] += row[i];
    }
}
