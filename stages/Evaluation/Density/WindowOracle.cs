using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Evaluation.Density;

/// <summary>The readers that a model is held against, on windows of a language.</summary>
internal sealed class WindowOracle(Language language)
{
    private readonly BayesFilter filter = new(language);
    private readonly ReleasedDeviation released = new(language);
    private readonly double[] frequencies = SymbolFrequencies.Of(language);

    /// <summary>What the readers give to a window of tokens.</summary>
    public WindowScores Read(int[] window)
    {
        var byFrequency = 0.0;
        foreach (var token in window.AsSpan(1)) byFrequency += Elementary.Log(frequencies[token]);
        return new(WindowCrossEntropy.LogProbability(filter, window), byFrequency, released.LogScore(window));
    }
}
