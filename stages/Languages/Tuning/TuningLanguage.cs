using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tuning;

/// <summary>
/// The language of a tuning text: the base language's first letters and letter chains, number for number, under another chain of
/// intentions. It has the intentions of the text alone, in the order of <see cref="Instruction.InText"/>, over all the letters.
/// </summary>
public static class TuningLanguage
{
    /// <summary>The language.</summary>
    /// <param name="spec">The tuning text.</param>
    /// <exception cref="Jobs.InputException">There is no such text.</exception>
    public static Language Of(TuningTextSpec spec)
    {
        spec.Validate();
        return Of(Language.Of(spec.Base), new Instruction(spec.Base.Intentions), $"{spec}");
    }

    /// <summary>The language of any base.</summary>
    /// <exception cref="ArgumentException">The instruction is for another number of intentions.</exception>
    public static Language Of(Language language, Instruction instruction, string name)
    {
        if (language.Intentions != instruction.Intentions)
            throw new ArgumentException($"The language has {language.Intentions} intentions.", nameof(instruction));
        var kept = instruction.InText;
        int count = kept.Count, letters = language.Letters;
        var chain = new double[count, count];
        var start = new double[count, letters];
        var letterChains = new double[count, letters, letters];
        var row = new double[language.Intentions];
        for (var i = 0; i < count; i++)
        {
            instruction.Row(kept[i], row);
            for (var j = 0; j < count; j++) chain[i, j] = row[kept[j]];
            for (var s = 0; s < letters; s++)
            {
                start[i, s] = language.Start(kept[i])[s];
                for (var t = 0; t < letters; t++) letterChains[i, s, t] = language.NextLetter(kept[i], s)[t];
            }
        }

        return new(name, language.Transitions, chain, start, letterChains);
    }
}
