using Research.Languages.Ginc;

namespace Research.Languages.Tests.Ginc;

/// <summary>The slow, obvious way: an example's probability as a sum over all hidden paths.</summary>
internal static class ExamplePaths
{
    /// <summary>Probability of tokens under a concept, from a slot, the value being uniform.</summary>
    public static double Probability(GincLanguage language, int concept, int slot, int[] tokens)
    {
        return Enumerable.Range(0, language.Values).Sum(value => From(language.StateOf(value, slot), 0)) / language.Values;

        double From(int state, int i)
        {
            if (language.TokenOf(state) != tokens[i]) return 0;
            if (i == tokens.Length - 1) return 1;
            return Enumerable.Range(0, language.States).Sum(to => Step(language, concept, state, to) * From(to, i + 1));
        }
    }

    /// <summary>Probability of the state after a state.</summary>
    public static double Step(GincLanguage language, int concept, int from, int to) =>
        language.NextValue(from / language.Slots, to / language.Slots)
        * language.NextSlot(concept, from % language.Slots, to % language.Slots);
}
