using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>Texts that are no training texts, to ask a reader about. Text n depends on its number and a seed alone.</summary>
public sealed class FreshTexts
{
    private const int MostTries = 100_000;

    private readonly SkillTextSpec spec;
    private readonly SkillLanguage language;
    private readonly TextSampler sampler;
    private readonly Philox law;
    private readonly Philox subsets;

    /// <summary>Texts of a language, from the streams <c>fresh texts</c> and <c>fresh subsets</c> of a seed.</summary>
    public FreshTexts(SkillTextSpec spec, SkillLanguage language, int seed)
    {
        (this.spec, this.language) = (spec, language);
        sampler = new(spec, language.HeldOut);
        (law, subsets) = (new(seed, "fresh texts"), new(seed, "fresh subsets"));
    }

    /// <summary>A text from the law of the training texts that is none of them and names a skill.</summary>
    /// <exception cref="InputException">Hardly any text is no training text.</exception>
    public int[] OfLaw(int number)
    {
        var draws = new PhiloxStream(law, step: (uint)number);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var text = sampler.Draw(ref draws);
            if (text.Length > 0 && !language.IsTrained(text)) return text;
        }

        throw None();
    }

    /// <summary>
    /// Any of the subsets of a size that is no training text, each equally likely; it may name a held-out pair.
    /// </summary>
    /// <exception cref="InputException">Hardly any subset is no training text.</exception>
    public int[] Subset(int number, int size)
    {
        var draws = new PhiloxStream(subsets, step: (uint)number);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var text = sampler.Subset(size, ref draws);
            if (!language.IsTrained(text)) return text;
        }

        throw None();
    }

    private InputException None() =>
        new("hardly any text is no training text", spec.ToString(), "Take a smaller ratio, more skills or larger texts.");
}
