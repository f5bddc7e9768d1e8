using Research.Jobs;

namespace Research.Languages.Ginc;

/// <summary>
/// A GINC language (Xie, Raghunathan, Liang, Ma 2022): a mixture of hidden Markov models, the concepts, and a corpus of it. A hidden
/// state is a value (an entity) and a slot (a property); what is read is the memory's symbol for the two.
/// </summary>
/// <param name="Symbols">
/// Symbols in all, the delimiter included, from which the memory is filled, at least 2; those that it does not draw never occur.
/// </param>
/// <param name="Values">Entities, at least 1.</param>
/// <param name="Slots">Properties, at least 2; slot 0 is the delimiter's.</param>
/// <param name="Concepts">Concepts that documents are drawn from, at least 2.</param>
/// <param name="UnseenConcepts">Further concepts that no document has, at least 1.</param>
/// <param name="Permutations">Random permutations that a transition matrix mixes, at least 1.</param>
/// <param name="Staying">Weight of the identity in the entities' transitions, in [0, 1); the authors' 0.9.</param>
/// <param name="Documents">Documents in the corpus, at least 2; the first nine tenths are for training.</param>
/// <param name="DocumentLength">
/// Mean length of a document in tokens, at least 2; lengths are geometric, so that a reader can be exact wherever it starts.
/// </param>
/// <param name="Seed">Seed of the matrices and of the corpus.</param>
public sealed record GincSpec(
    int Symbols = 50,
    int Values = 10,
    int Slots = 10,
    int Concepts = 5,
    int UnseenConcepts = 5,
    int Permutations = 10,
    double Staying = 0.9,
    int Documents = 1000,
    int DocumentLength = 10_240,
    int Seed = 1111)
{
    private const int MostStates = 1000;

    /// <summary>Checks that there is such a language.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public GincSpec Validate()
    {
        RequireAtLeast(2, Symbols, nameof(Symbols));
        Require(
            Symbols - 1 <= Alphabet.MostLetters, $"Symbols is {Symbols}, too many for the alphabet",
            $"Give at most {Alphabet.MostLetters + 1}: {Alphabet.MostLetters} letters and the delimiter.");
        RequireAtLeast(1, Values, nameof(Values));
        RequireAtLeast(2, Slots, nameof(Slots));
        Require(
            (long)Values * Slots <= MostStates, $"{Values} values by {Slots} slots are {(long)Values * Slots} hidden states",
            $"Use at most {MostStates} in all.");
        RequireAtLeast(2, Concepts, nameof(Concepts));
        Require(
            UnseenConcepts >= 1, $"UnseenConcepts is {UnseenConcepts}: there are no out-of-distribution concepts",
            "Give 1 or more; the experiment compares prompts of seen and of unseen concepts.");
        RequireAtLeast(1, Permutations, nameof(Permutations));
        Require(Staying is >= 0 and < 1, $"Staying is {Staying}", "Give a number in [0, 1).");
        RequireAtLeast(2, Documents, nameof(Documents));
        RequireAtLeast(2, DocumentLength, nameof(DocumentLength));
        return this;
    }

    /// <summary>The readable name: <c>ginc 50 symbols</c>, followed by what differs from the authors' sizes.</summary>
    public override string ToString()
    {
        var name = $"ginc {Symbols} symbols";
        if ((Values, Slots) != (10, 10)) name += $" · {Values}x{Slots} states";
        if ((Concepts, UnseenConcepts) != (5, 5)) name += $" · {Concepts}+{UnseenConcepts} concepts";
        if (Permutations != 10) name += $" · {Permutations} permutations";
        if (Staying != 0.9) name += $" · staying {Staying}";
        if ((Documents, DocumentLength) != (1000, 10_240)) name += $" · {Documents} documents of {DocumentLength}";
        if (Seed != 1111) name += $" · language seed {Seed}";
        return name;
    }

    private void RequireAtLeast(int least, int value, string name) =>
        Require(value >= least, $"{name} is {value}", $"Give {least} or more.");

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
