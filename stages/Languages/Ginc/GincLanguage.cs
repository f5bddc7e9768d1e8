using Research.Jobs;

namespace Research.Languages.Ginc;

/// <summary>
/// A mixture of hidden Markov models that share their emissions (Xie et al. 2022, section 4.1). State v * slots + s shows the memory's
/// symbol of value v and slot s, nothing else. A document has one concept; it starts from that concept's start distribution, and before
/// each further token it ends with probability <see cref="EndProbability"/>, which shows as a delimiter. Immutable.
/// </summary>
public sealed class GincLanguage
{
    private const double Tolerance = 1e-9;

    private readonly double[,] entities;
    private readonly double[][,] properties;
    private readonly double[][] starts;
    private readonly int[] tokens;
    private readonly int[][] statesOf;

    /// <summary>A language of any matrices.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="memory">
    /// [values, slots]: symbols, 0 the delimiter; symbols that occur are numbered through as tokens in ascending order.
    /// </param>
    /// <param name="entities">[values, values]: transitions of the value, shared by the concepts.</param>
    /// <param name="properties">[concepts][slots, slots]: transitions of the slot.</param>
    /// <param name="starts">[concepts][values * slots]: distribution of a document's first state.</param>
    /// <param name="concepts">How many of the concepts, the first ones, documents are drawn from.</param>
    /// <param name="endProbability">Probability, in (0, 1), that a document ends instead of going on by a token.</param>
    /// <exception cref="InputException">Shapes do not fit, or a row is no distribution.</exception>
    public GincLanguage(
        string name, int[,] memory, double[,] entities, double[][,] properties, double[][] starts, int concepts, double endProbability)
    {
        (Name, Values, Slots) = (name, memory.GetLength(0), memory.GetLength(1));
        (Concepts, EndProbability) = (concepts, endProbability);
        (this.entities, this.properties, this.starts) = (entities, properties, starts);
        Require(concepts >= 1 && concepts <= properties.Length, $"{concepts} of {properties.Length} concepts are to be drawn from");
        Require(endProbability is > 0 and < 1, $"a document ends with probability {endProbability}");
        Require(starts.Length == properties.Length, $"there are {properties.Length} concepts and {starts.Length} start distributions");
        RequireRows(entities, Values, "the entities");
        for (var c = 0; c < properties.Length; c++)
        {
            RequireRows(properties[c], Slots, $"the properties of concept {c}");
            Require(starts[c].Length == States, $"the start of concept {c} has {starts[c].Length} states, not {States}");
            RequireDistribution(starts[c], $"the start of concept {c}");
        }

        int[] symbols = [.. memory.Cast<int>().Append(0).Distinct().Order()];
        Require(symbols[0] == 0, $"the memory holds {symbols[0]}, no symbol");
        Require(symbols.Length is > 1 and <= Alphabet.MostLetters + 1, $"the memory holds {symbols.Length - 1} letters");
        Alphabet = new Alphabet(symbols.Length - 1);
        tokens = [.. memory.Cast<int>().Select(symbol => Array.BinarySearch(symbols, symbol))];
        statesOf = [.. Enumerable.Range(0, symbols.Length)
            .Select(token => Enumerable.Range(0, States).Where(state => tokens[state] == token).ToArray())];
    }

    /// <summary>The language of a specification.</summary>
    /// <exception cref="InputException">There is no such language.</exception>
    public static GincLanguage Of(GincSpec spec)
    {
        spec.Validate();
        var all = Enumerable.Range(0, spec.Concepts + spec.UnseenConcepts);
        return new(
            spec.ToString(), GincMatrices.Memory(spec), GincMatrices.Entities(spec),
            [.. all.Select(concept => GincMatrices.Properties(spec, concept))],
            [.. all.Select(concept => GincMatrices.Start(spec, concept))], spec.Concepts, 1.0 / spec.DocumentLength);
    }

    /// <summary>What people call the language.</summary>
    public string Name { get; }

    /// <summary>Number of values.</summary>
    public int Values { get; }

    /// <summary>Number of slots.</summary>
    public int Slots { get; }

    /// <summary>Number of hidden states, <see cref="Values"/> times <see cref="Slots"/>.</summary>
    public int States => Values * Slots;

    /// <summary>Number of concepts that documents are drawn from, each as often: concepts 0, 1, ...</summary>
    public int Concepts { get; }

    /// <summary>Number of all concepts, the unseen ones last.</summary>
    public int AllConcepts => properties.Length;

    /// <summary>Probability that a document ends instead of going on by a token; its mean length is the inverse.</summary>
    public double EndProbability { get; }

    /// <summary>The characters and their tokens; the delimiter is the newline.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>The state of a value and a slot.</summary>
    public int StateOf(int value, int slot) => (value * Slots) + slot;

    /// <summary>The token that a state shows.</summary>
    public int TokenOf(int state) => tokens[state];

    /// <summary>The states that show a token, ascending; none for a delimiter that the memory does not hold.</summary>
    public ReadOnlySpan<int> StatesOf(int token) => statesOf[token];

    /// <summary>The most states that show one token.</summary>
    public int MostStatesOfToken => statesOf.Max(states => states.Length);

    /// <summary>Probability of the value after a value.</summary>
    public double NextValue(int value, int next) => entities[value, next];

    /// <summary>Probability of the slot after a slot under a concept.</summary>
    public double NextSlot(int concept, int slot, int next) => properties[concept][slot, next];

    /// <summary>The distribution of the first state of a document. [states]</summary>
    public ReadOnlySpan<double> Start(int concept) => starts[concept];

    private void RequireRows(double[,] chain, int size, string what)
    {
        Require(chain.GetLength(0) == size && chain.GetLength(1) == size, $"the transitions of {what} are not {size} x {size}");
        var row = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) row[j] = chain[i, j];
            RequireDistribution(row, $"row {i} of the transitions of {what}");
        }
    }

    private void RequireDistribution(ReadOnlySpan<double> row, string what)
    {
        var sum = 0.0;
        foreach (var p in row)
        {
            Require(p >= 0, $"{what} holds {p}, no probability");
            sum += p;
        }

        Require(Math.Abs(sum - 1) <= Tolerance, $"{what} adds up to {sum}, not 1");
    }

    private void Require(bool condition, string what)
    {
        if (!condition) throw new InputException(what, Name, "Correct the language.");
    }
}
