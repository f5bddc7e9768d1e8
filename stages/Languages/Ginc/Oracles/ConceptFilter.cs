namespace Research.Languages.Ginc.Oracles;

/// <summary>
/// The optimal reader of the training text: it knows the concepts that documents are drawn from, but not which one it reads, nor the hidden
/// state, nor whether a delimiter was the end of the document. It starts anywhere in the endless row of documents, or at a document's
/// start. Calls allocate nothing.
/// </summary>
/// <remarks>The forward algorithm over (concept, state), rescaled at every token so that long texts do not underflow.</remarks>
public sealed class ConceptFilter
{
    private readonly GincLanguage language;
    private readonly HiddenSteps steps;
    private readonly double[][] anywhere;
    private readonly double[][] startTokens;
    private readonly int[] concepts;
    private readonly double[][] spare;
    private readonly double[][] weights;
    private readonly double[] mass;

    private Place place;
    private int last;
    private double ended;

    /// <summary>A reader of the language's training text that starts anywhere in it.</summary>
    public ConceptFilter(GincLanguage language)
        : this(language, Enumerable.Range(0, language.Concepts))
    {
    }

    /// <summary>
    /// A reader of a text whose documents have these concepts, each as often; with one concept the filter of one hidden Markov model.
    /// </summary>
    /// <exception cref="ArgumentException">There are no concepts.</exception>
    public ConceptFilter(GincLanguage language, IEnumerable<int> concepts)
    {
        this.language = language;
        this.concepts = [.. concepts];
        if (this.concepts.Length == 0) throw new ArgumentException("There are no concepts.", nameof(concepts));
        steps = new HiddenSteps(language);
        anywhere = Array.ConvertAll(this.concepts, concept => Occupancy.Of(language, concept));
        startTokens = Array.ConvertAll(this.concepts, concept => ByToken(language.Start(concept)));
        weights = Array.ConvertAll(this.concepts, _ => new double[language.MostStatesOfToken]);
        spare = Array.ConvertAll(this.concepts, _ => new double[language.MostStatesOfToken]);
        mass = new double[this.concepts.Length];
        Reset();
    }

    private enum Place
    {
        Anywhere,
        AtStart,
        Inside,
        Nowhere,
    }

    /// <summary>Number of concepts it reckons with.</summary>
    public int Concepts => concepts.Length;

    /// <summary>Whether the text read can occur; if not, nothing can be predicted until the next reset.</summary>
    public bool IsPossible => place != Place.Nowhere;

    /// <summary>Forgets everything: what comes starts anywhere in the text.</summary>
    public void Reset() => place = Place.Anywhere;

    /// <summary>Forgets everything: what comes starts a document.</summary>
    public void ResetToDocumentStart() => (place, ended) = (Place.AtStart, 1);

    /// <summary>Reads the next token.</summary>
    /// <returns>Its probability given all before it; if 0, the text is impossible.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public double Observe(int token)
    {
        if ((uint)token >= (uint)language.Alphabet.Tokens)
            throw new ArgumentOutOfRangeException(nameof(token), token, $"Tokens are 0 to {language.Alphabet.Tokens - 1}.");
        if (!IsPossible) return 0;
        var total = place == Place.Anywhere ? Enter(token) : Advance(token);
        (place, last) = (total > 0 ? Place.Inside : Place.Nowhere, token);
        if (total > 0) Rescale(total);
        return total;
    }

    /// <summary>Reads a whole text from anywhere.</summary>
    /// <returns>Whether it can occur.</returns>
    public bool Read(ReadOnlySpan<int> text)
    {
        Reset();
        foreach (var token in text) Observe(token);
        return IsPossible;
    }

    /// <summary>Fills the distribution of the next token. [tokens]</summary>
    /// <exception cref="InvalidOperationException">What was read is impossible.</exception>
    public void Predict(Span<double> next)
    {
        next.Clear();
        for (var c = 0; c < Concepts; c++) Add(c, 1, next);
    }

    /// <summary>
    /// Fills the posterior of the concept of the document that the next token belongs to; a document's end belongs to it. [concepts]
    /// </summary>
    /// <exception cref="InvalidOperationException">What was read is impossible.</exception>
    public void Posterior(Span<double> posterior)
    {
        for (var c = 0; c < Concepts; c++) posterior[c] = Weight(c);
    }

    /// <summary>
    /// Fills the distribution of the next token for a reader who also knows the concept of the document that it belongs to, but has read
    /// the same text otherwise: q(y|x, theta). [tokens]
    /// </summary>
    /// <param name="concept">Index among the reader's concepts.</param>
    /// <param name="next">[tokens]</param>
    /// <exception cref="InvalidOperationException">What was read is impossible, as a whole or under this concept.</exception>
    public void PredictGiven(int concept, Span<double> next)
    {
        var weight = Weight(concept);
        if (!(weight > 0)) throw new InvalidOperationException("The concept cannot have produced the text.");
        next.Clear();
        Add(concept, 1 / weight, next);
    }

    private double Enter(int token)
    {
        var end = language.EndProbability;
        ended = token == Alphabet.Newline ? end / (1 + end) : 0;
        var total = ended;
        for (var c = 0; c < Concepts; c++)
        {
            mass[c] = 0;
            var states = language.StatesOf(token);
            for (var j = 0; j < states.Length; j++)
                mass[c] += weights[c][j] = anywhere[c][states[j]] / ((1 + end) * Concepts);
            total += mass[c];
        }

        return total;
    }

    private double Advance(int token)
    {
        var (end, started, inside) = (language.EndProbability, ended / Concepts, place == Place.Inside);
        ended = inside && token == Alphabet.Newline ? end * MassInside() : 0;
        var total = ended;
        var states = language.StatesOf(token);
        for (var c = 0; c < Concepts; c++)
        {
            mass[c] = inside ? (1 - end) * steps.Step(concepts[c], last, weights[c], token, spare[c]) : 0;
            for (var j = 0; j < states.Length; j++)
            {
                var fresh = started * language.Start(concepts[c])[states[j]];
                spare[c][j] = inside ? ((1 - end) * spare[c][j]) + fresh : fresh;
                mass[c] += fresh;
            }

            (weights[c], spare[c]) = (spare[c], weights[c]);
            total += mass[c];
        }

        return total;
    }

    private void Rescale(double total)
    {
        ended /= total;
        var count = language.StatesOf(last).Length;
        for (var c = 0; c < Concepts; c++)
        {
            mass[c] /= total;
            for (var j = 0; j < count; j++) weights[c][j] /= total;
        }
    }

    private double MassInside()
    {
        var sum = 0.0;
        foreach (var value in mass) sum += value;
        return sum;
    }

    /// <summary>The joint probability of a concept and the text so far, relative to that of the text.</summary>
    private double Weight(int c)
    {
        RequirePossible();
        return place == Place.Inside ? mass[c] + (ended / Concepts) : 1.0 / Concepts;
    }

    private void Add(int c, double scale, Span<double> next)
    {
        RequirePossible();
        var end = language.EndProbability;
        if (place == Place.Anywhere)
        {
            var share = scale / ((1 + end) * Concepts);
            next[Alphabet.Newline] += share * end;
            for (var state = 0; state < language.States; state++) next[language.TokenOf(state)] += share * anywhere[c][state];
            return;
        }

        if (ended > 0)
            for (var token = 0; token < next.Length; token++) next[token] += scale * ended / Concepts * startTokens[c][token];
        if (place != Place.Inside || mass[c] == 0) return;
        next[Alphabet.Newline] += scale * end * mass[c];
        steps.AddNext(concepts[c], last, weights[c], scale * (1 - end), next);
    }

    private void RequirePossible()
    {
        if (!IsPossible) throw new InvalidOperationException("The language cannot produce what was read.");
    }

    private double[] ByToken(ReadOnlySpan<double> states)
    {
        var sums = new double[language.Alphabet.Tokens];
        for (var state = 0; state < states.Length; state++) sums[language.TokenOf(state)] += states[state];
        return sums;
    }
}
