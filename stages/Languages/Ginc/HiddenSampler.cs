using Research.Numerics;

namespace Research.Languages.Ginc;

/// <summary>Draws concepts and hidden states of a GINC language; holds no state between calls.</summary>
public sealed class HiddenSampler
{
    private readonly GincLanguage language;
    private readonly Categorical values;
    private readonly Categorical slots;
    private readonly Categorical starts;

    /// <summary>A sampler of a language.</summary>
    public HiddenSampler(GincLanguage language)
    {
        this.language = language;
        int v = language.Values, s = language.Slots, concepts = language.AllConcepts;
        values = new(Table(v * v, i => language.NextValue(i / v, i % v)), v);
        slots = new(Table(concepts * s * s, i => language.NextSlot(i / (s * s), i / s % s, i % s)), s);
        starts = new(Table(concepts * language.States, i => language.Start(i / language.States)[i % language.States]), language.States);
    }

    /// <summary>One of the concepts that documents are drawn from; one draw.</summary>
    public int Concept(ref PhiloxStream draws) => draws.Below(language.Concepts);

    /// <summary>One of the unseen concepts; one draw.</summary>
    public int UnseenConcept(ref PhiloxStream draws) =>
        language.Concepts + draws.Below(language.AllConcepts - language.Concepts);

    /// <summary>The first state of a document; one draw.</summary>
    public int Start(int concept, ref PhiloxStream draws) => starts.Draw(concept, draws.UniformDouble());

    /// <summary>The state after a state; two draws, of the slot and of the value.</summary>
    public int Next(int concept, int state, ref PhiloxStream draws)
    {
        var slot = slots.Draw((concept * language.Slots) + (state % language.Slots), draws.UniformDouble());
        return language.StateOf(values.Draw(state / language.Slots, draws.UniformDouble()), slot);
    }

    /// <summary>Fills the tokens of a walk that starts at a state.</summary>
    public void Walk(int concept, int state, Span<int> tokens, ref PhiloxStream draws)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0) state = Next(concept, state, ref draws);
            tokens[i] = language.TokenOf(state);
        }
    }

    private static double[] Table(int length, Func<int, double> of) => [.. Enumerable.Range(0, length).Select(of)];
}
