namespace Research.Languages.Ginc.Oracles;

/// <summary>
/// Steps of the forward algorithm. A token is shown by few states, so a distribution over hidden states is kept only on the states that
/// show the last token, in their order: a step costs the product of two such small numbers, a prediction one of them times all states.
/// </summary>
internal sealed class HiddenSteps
{
    private readonly GincLanguage language;
    private readonly double[] nextValue;
    private readonly double[] nextSlot;

    /// <summary>Tables of a language.</summary>
    public HiddenSteps(GincLanguage language)
    {
        this.language = language;
        int v = language.Values, s = language.Slots;
        nextValue = new double[v * v];
        nextSlot = new double[language.AllConcepts * s * s];
        for (var i = 0; i < nextValue.Length; i++) nextValue[i] = language.NextValue(i / v, i % v);
        for (var i = 0; i < nextSlot.Length; i++) nextSlot[i] = language.NextSlot(i / (s * s), i / s % s, i % s);
    }

    /// <summary>Fills the weights of the states that show the next token.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="from">The last token.</param>
    /// <param name="weights">Weights of its states.</param>
    /// <param name="to">The next token.</param>
    /// <param name="next">Weights of that token's states.</param>
    /// <returns>The sum of the new weights.</returns>
    public double Step(int concept, int from, ReadOnlySpan<double> weights, int to, Span<double> next)
    {
        var before = language.StatesOf(from);
        var after = language.StatesOf(to);
        var sum = 0.0;
        for (var j = 0; j < after.Length; j++)
        {
            var (value, slot) = Math.DivRem(after[j], language.Slots);
            var weight = 0.0;
            for (var i = 0; i < before.Length; i++)
            {
                var (lastValue, lastSlot) = Math.DivRem(before[i], language.Slots);
                weight += weights[i] * NextSlot(concept, lastSlot)[slot] * NextValue(lastValue)[value];
            }

            sum += next[j] = weight;
        }

        return sum;
    }

    /// <summary>Adds the distribution of the next token, times the weights of the states that the last token leaves.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="from">The last token.</param>
    /// <param name="weights">Weights of its states.</param>
    /// <param name="scale">A factor of all weights.</param>
    /// <param name="next">[tokens]</param>
    public void AddNext(int concept, int from, ReadOnlySpan<double> weights, double scale, Span<double> next)
    {
        var before = language.StatesOf(from);
        for (var i = 0; i < before.Length; i++)
        {
            if (weights[i] == 0) continue;
            var (lastValue, lastSlot) = Math.DivRem(before[i], language.Slots);
            var values = NextValue(lastValue);
            var slots = NextSlot(concept, lastSlot);
            for (var v = 0; v < values.Length; v++)
            {
                var weight = scale * weights[i] * values[v];
                if (weight == 0) continue;
                for (var s = 0; s < slots.Length; s++) next[language.TokenOf(language.StateOf(v, s))] += weight * slots[s];
            }
        }
    }

    private ReadOnlySpan<double> NextValue(int value) => nextValue.AsSpan(value * language.Values, language.Values);

    private ReadOnlySpan<double> NextSlot(int concept, int slot) =>
        nextSlot.AsSpan(((concept * language.Slots) + slot) * language.Slots, language.Slots);
}
