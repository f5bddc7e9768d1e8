using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tuning;

/// <summary>A text to tune a model on: messages of a language in another order, by an <see cref="Instruction"/>.</summary>
/// <param name="Base">The language; the number of its intentions is even and at least 4, its noise above 0.</param>
/// <param name="Messages">Messages in the text, at least 2; the first nine tenths are for training.</param>
public sealed record TuningTextSpec(LanguageSpec Base, int Messages)
{
    /// <summary>Checks that there is such a text.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public TuningTextSpec Validate()
    {
        Base.Validate();
        if (!Instruction.IsPossible(Base.Intentions))
        {
            throw new InputException(
                $"the language has {Base.Intentions} intentions", ToString(),
                "Set Intentions to an even number from 4 on: prompts and answers come in pairs, and one pair is held out.");
        }

        if (Base.Noise == 0)
        {
            throw new InputException(
                "the language has no noise, so the letters of held-out intentions are not in the text, and a model that knows them cannot be tuned on it",
                ToString(), "Choose a language with noise.");
        }

        return Messages >= 2
            ? this
            : throw new InputException($"Messages is {Messages}", ToString(), "Give 2 or more.");
    }

    /// <summary>The readable name: <c>tuning of released e=0.02</c>.</summary>
    public override string ToString() => $"tuning of {Base}";
}
