using Research.Jobs;

namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// A language of Jiang 2023, section 8: a Markov chain of intentions, each with its own Markov chain of letters, and a
/// corpus of it.
/// </summary>
/// <param name="Reading">How the first letter of a message is drawn.</param>
/// <param name="Noise">e, added to every transition probability before the rows are normalized; 0 or more.</param>
/// <param name="Intentions">Number of intentions, at least 1.</param>
/// <param name="LettersPerIntention">
/// Letters that an intention owns, at least 1; at most <see cref="Alphabet.MostLetters"/> in all.
/// </param>
/// <param name="Transitions">Steps of the letter chain in a message, at least 1: a message has one letter more.</param>
/// <param name="Messages">Messages in the corpus, at least 2; the first nine tenths are for training.</param>
/// <param name="Seed">Seed of the letter chains and of the corpus.</param>
/// <param name="Overlap">
/// o, from 0 to 1: every start row and every row of the letter chains is (1 - o) times the intention's own and o times
/// one that all intentions share. 0: the author's language; 1: all intentions are the same.
/// </param>
public sealed record LanguageSpec(
    Reading Reading,
    double Noise,
    int Intentions = 6,
    int LettersPerIntention = 3,
    int Transitions = 20,
    int Messages = 100_000,
    int Seed = 1713,
    double Overlap = 0)
{
    /// <summary>Checks that there is such a language.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public LanguageSpec Validate()
    {
        var readings = string.Join(", ", Enum.GetNames<Reading>());
        Require(Enum.IsDefined(Reading), $"the reading {(int)Reading} is unknown", $"Use {readings}.");
        Require(double.IsFinite(Noise) && Noise >= 0, $"Noise is {Noise}", "Give a finite number, 0 or more.");
        Require(
            Reading != Reading.UniformStart || Noise > 0, "UniformStart has no noise",
            "Give Noise above 0: without it, a foreign letter has no successor.");
        Require(Overlap is >= 0 and <= 1, $"Overlap is {Overlap}", "Give a number from 0, disjoint, to 1, identical.");
        RequireAtLeast(1, Intentions, nameof(Intentions));
        RequireAtLeast(1, LettersPerIntention, nameof(LettersPerIntention));
        RequireAtLeast(1, Transitions, nameof(Transitions));
        RequireAtLeast(2, Messages, nameof(Messages));
        var letters = (long)Intentions * LettersPerIntention;
        Require(
            letters <= Alphabet.MostLetters,
            $"{Intentions} intentions of {LettersPerIntention} letters are {letters} letters",
            $"Use at most {Alphabet.MostLetters} letters in all.");
        return this;
    }

    /// <summary>The readable name: <c>released e=0.02</c>, followed by what differs from the paper's sizes.</summary>
    public override string ToString()
    {
        var reading = Reading switch
        {
            Reading.Released => "released",
            Reading.Ambiguous => "ambiguous",
            Reading.UniformStart => "uniform start",
            _ => $"{Reading}",
        };
        var name = $"{reading} e={Noise}";
        if (Overlap != 0) name += $" · overlap {Overlap}";
        if ((Intentions, LettersPerIntention) != (6, 3)) name += $" · {Intentions}x{LettersPerIntention} letters";
        if (Transitions != 20) name += $" · {Transitions} transitions";
        if (Messages != 100_000) name += $" · {Messages} messages";
        if (Seed != 1713) name += $" · language seed {Seed}";
        return name;
    }

    private void RequireAtLeast(int least, int value, string name) =>
        Require(value >= least, $"{name} is {value}", $"Give {least} or more.");

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
