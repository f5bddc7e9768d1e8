using Research.Numerics;

namespace Research.Languages.Ginc.Oracles;

/// <summary>
/// Reads one example of a prompt as one who knows its concept and the slot that it starts from: the value is uniform at the start, the
/// example does not end.
/// </summary>
public sealed class ExampleReader
{
    private readonly GincLanguage language;
    private readonly HiddenSteps steps;
    private double[] weights;
    private double[] spare;

    /// <summary>A reader of a language's examples.</summary>
    public ExampleReader(GincLanguage language)
    {
        this.language = language;
        steps = new HiddenSteps(language);
        weights = new double[language.MostStatesOfToken];
        spare = new double[language.MostStatesOfToken];
    }

    /// <summary>ln of the probability of an example's tokens; -infinity if it is 0.</summary>
    public double LogProbability(int concept, int slot, ReadOnlySpan<int> tokens)
    {
        var (log, mass) = (0.0, 1.0);
        for (var i = 0; i < tokens.Length && mass > 0; i++)
        {
            if (i == 0)
            {
                mass = Start(slot, tokens[0]);
            }
            else
            {
                mass = steps.Step(concept, tokens[i - 1], weights, tokens[i], spare);
                (weights, spare) = (spare, weights);
            }

            if (mass > 0) foreach (ref var weight in weights.AsSpan(0, language.StatesOf(tokens[i]).Length)) weight /= mass;
            log += Elementary.Log(mass);
        }

        return log;
    }

    /// <summary>Adds the distribution of the token after an unfinished example, times a factor. [tokens]</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="slot">The slot of the first token.</param>
    /// <param name="tokens">What there is of the example, at least one token.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="next">What is added to.</param>
    /// <returns>Whether the example can occur; if not, nothing is added.</returns>
    public bool AddNext(int concept, int slot, ReadOnlySpan<int> tokens, double scale, Span<double> next)
    {
        if (double.IsNegativeInfinity(LogProbability(concept, slot, tokens))) return false;
        steps.AddNext(concept, tokens[^1], weights, scale, next);
        return true;
    }

    private double Start(int slot, int token)
    {
        var states = language.StatesOf(token);
        var sum = 0.0;
        for (var i = 0; i < states.Length; i++)
            sum += weights[i] = states[i] % language.Slots == slot ? 1.0 / language.Values : 0;
        return sum;
    }
}
