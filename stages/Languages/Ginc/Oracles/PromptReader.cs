using Research.Languages.DoublyEmbedded.Oracles;

namespace Research.Languages.Ginc.Oracles;

/// <summary>
/// The optimal reader of a prompt who knows how prompts are made: all examples have one concept, of those that documents are drawn from,
/// and start from one slot, all of these pairs being as likely. A pair is the intention of an example: given it, examples are independent.
/// </summary>
public sealed class PromptReader
{
    private readonly GincLanguage language;
    private readonly ExampleReader reader;
    private readonly double[] logs;
    private readonly double[] posterior;

    /// <summary>A reader that has seen no example.</summary>
    public PromptReader(GincLanguage language)
    {
        this.language = language;
        reader = new ExampleReader(language);
        logs = new double[language.Concepts * (language.Slots - 1)];
        posterior = new double[logs.Length];
    }

    /// <summary>Number of pairs of a concept and a slot from 1 on.</summary>
    public int Intentions => logs.Length;

    /// <summary>The index of a pair.</summary>
    public int IntentionOf(int concept, int slot) => (concept * (language.Slots - 1)) + slot - 1;

    /// <summary>Forgets everything.</summary>
    public void Reset() => logs.AsSpan().Clear();

    /// <summary>Reads an example, finished or not.</summary>
    /// <returns>Whether any of the pairs can have produced all that was read.</returns>
    public bool Add(ReadOnlySpan<int> example)
    {
        var possible = false;
        for (var i = 0; i < logs.Length; i++)
        {
            if (!double.IsNegativeInfinity(logs[i]))
                logs[i] += reader.LogProbability(i / (language.Slots - 1), SlotOf(i), example);
            possible |= !double.IsNegativeInfinity(logs[i]);
        }

        return possible;
    }

    /// <summary>Fills the posterior of the pair. [intentions]</summary>
    /// <exception cref="InvalidOperationException">No pair can have produced what was read.</exception>
    public void Posterior(Span<double> result)
    {
        logs.CopyTo(result);
        IntentionPosterior.FromLogWeights(result);
    }

    /// <summary>Fills the distribution of the token after an unfinished example that was read last. [tokens]</summary>
    /// <exception cref="InvalidOperationException">No pair can have produced what was read.</exception>
    public void Predict(ReadOnlySpan<int> unfinished, Span<double> next)
    {
        Posterior(posterior);
        next.Clear();
        for (var i = 0; i < posterior.Length; i++)
            if (posterior[i] > 0) reader.AddNext(i / (language.Slots - 1), SlotOf(i), unfinished, posterior[i], next);
    }

    private int SlotOf(int intention) => 1 + (intention % (language.Slots - 1));
}
