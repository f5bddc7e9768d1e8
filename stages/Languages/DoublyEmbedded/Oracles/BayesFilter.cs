namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// The optimal reader of a window that starts anywhere in the endless text: it knows the language, but neither the
/// intention nor the place in the message, and follows both through letters and newlines. Works for every reading.
/// Calls allocate nothing; a token costs a number of operations proportional to the intentions, a prediction to
/// intentions times letters.
/// </summary>
/// <remarks>
/// If the window starts with a letter s, its joint weight with intention theta and place o is pi(theta) M(theta, o, s),
/// M being the distribution of the letter at a place. The letters after it multiply all places of an intention alike
/// and only strike out the places from which the message would have ended, so that one number per intention and sums of
/// M over places are the whole state.
/// </remarks>
public sealed class BayesFilter
{
    private readonly Language language;
    private readonly int intentions;
    private readonly int letters;

    private readonly FilterTables tables;

    // Likelihood of the current message by intention; the same split into messages that go on and messages that end here.
    private readonly double[] weight;
    private readonly double[] goesOn;
    private readonly double[] ends;

    // Posterior of the message that the last newline ended.
    private readonly double[] ended;

    private Place place;
    private int letter;
    private int firstLetter;
    private int lastPlace;
    private double total;

    /// <summary>A reader that has seen nothing.</summary>
    public BayesFilter(Language language)
    {
        this.language = language;
        (intentions, letters) = (language.Intentions, language.Letters);
        tables = new FilterTables(language);
        weight = new double[intentions];
        goesOn = new double[intentions];
        ends = new double[intentions];
        ended = new double[intentions];
        Reset();
    }

    private enum Place
    {
        Anywhere,
        InFirstMessage,
        InLaterMessage,
        AfterNewline,
        Nowhere,
    }

    /// <summary>
    /// Whether the language can produce what was observed; if not, nothing can be predicted until the next
    /// <see cref="Reset"/>.
    /// </summary>
    public bool IsPossible => place != Place.Nowhere;

    /// <summary>Forgets everything: a new window.</summary>
    public void Reset()
    {
        place = Place.Anywhere;
        language.Stationary.CopyTo(ended);
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>Its probability given all before it; if 0, the text is impossible.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public double Observe(int token)
    {
        if ((uint)token > (uint)letters)
            throw new ArgumentOutOfRangeException(nameof(token), token, $"Tokens are 0 to {letters}.");
        var probability = token == Alphabet.Newline ? ObserveNewline() : ObserveLetter(token - 1);
        if (probability > 0) return probability;
        place = Place.Nowhere;
        return 0;
    }

    /// <summary>Fills the distribution of the next token. [tokens]</summary>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    /// <exception cref="InvalidOperationException">What was observed is impossible.</exception>
    public void Predict(Span<double> next)
    {
        Require(next, letters + 1);
        next.Clear();
        switch (place)
        {
            case Place.Anywhere:
                next[Alphabet.Newline] = 1.0 / (language.MessageLength + 1);
                for (var s = 0; s < letters; s++)
                    next[s + 1] = Sum(tables.Within(s, language.Transitions)) / (language.MessageLength + 1);
                break;
            case Place.AfterNewline:
                for (var s = 0; s < letters; s++) next[s + 1] = Dot(weight, tables.Start(s));
                break;
            default:
                next[Alphabet.Newline] = Sum(ends) / total;
                for (var t = 0; t < letters; t++) next[t + 1] = Dot(goesOn, tables.Transition(letter, t)) / total;
                break;
        }
    }

    /// <summary>
    /// Fills the distribution of the next token after a prompt that starts anywhere in the text. [tokens]
    /// </summary>
    /// <inheritdoc cref="Predict(Span{double})" path="/exception"/>
    public void Predict(ReadOnlySpan<int> prompt, Span<double> next)
    {
        Reset();
        foreach (var token in prompt) Observe(token);
        Predict(next);
    }

    /// <summary>
    /// Fills the posterior of the intention of the message being read; after a newline, of the message that it ended.
    /// Before the first token, the stationary distribution. [intentions]
    /// </summary>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    /// <exception cref="InvalidOperationException">What was observed is impossible.</exception>
    public void Posterior(Span<double> posterior)
    {
        Require(posterior, intentions);
        var inMessage = place is Place.InFirstMessage or Place.InLaterMessage;
        for (var i = 0; i < intentions; i++) posterior[i] = inMessage ? (goesOn[i] + ends[i]) / total : ended[i];
    }

    /// <summary>
    /// Fills the distribution of the next token for a reader who also knows the intention of the message it is in, but
    /// not the place in it: the q(y|x, theta) that Jiang 2023, Proposition 4.2, compares with. [tokens]
    /// </summary>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such intention.</exception>
    /// <exception cref="InvalidOperationException">
    /// The last token was no letter, or this intention cannot have produced it.
    /// </exception>
    public void PredictGiven(int intention, Span<double> next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(intention);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(intention, intentions);
        Require(next, letters + 1);
        if (place is not (Place.InFirstMessage or Place.InLaterMessage))
            throw new InvalidOperationException("The text is not inside a message.");
        var mass = goesOn[intention] + ends[intention];
        if (!(mass > 0)) throw new InvalidOperationException("The intention cannot have produced the message.");
        next[Alphabet.Newline] = ends[intention] / mass;
        for (var t = 0; t < letters; t++)
            next[t + 1] = goesOn[intention] / mass * tables.Transition(letter, t)[intention];
    }

    private double ObserveNewline()
    {
        switch (place)
        {
            case Place.Anywhere:
                AwaitMessage(ended, 1);
                return 1.0 / (language.MessageLength + 1);
            case Place.InFirstMessage or Place.InLaterMessage:
                var sum = Sum(ends);
                var probability = sum / total;
                if (sum > 0) AwaitMessage(ends, sum);
                return probability;
            default:
                return 0;
        }
    }

    private double ObserveLetter(int next)
    {
        double probability;
        switch (place)
        {
            case Place.Anywhere:
                probability = Sum(tables.Within(next, language.Transitions)) / (language.MessageLength + 1);
                weight.AsSpan().Fill(1);
                (place, firstLetter, lastPlace) = (Place.InFirstMessage, next, language.Transitions);
                break;
            case Place.AfterNewline:
                probability = Multiply(weight, tables.Start(next), weight);
                (place, lastPlace) = (Place.InLaterMessage, language.Transitions);
                break;
            case Place.InFirstMessage or Place.InLaterMessage:
                var row = tables.Transition(letter, next);
                probability = Dot(goesOn, row) / total;
                if (probability > 0) Rescale(Multiply(weight, row, weight));
                lastPlace--;
                break;
            default:
                return 0;
        }

        letter = next;
        if (probability > 0) SplitByEnd();
        return probability;
    }

    /// <summary>
    /// Splits the weight by whether the message ends at this letter. lastPlace is the last place the message can have
    /// started from (first message), or the letters it still has to come.
    /// </summary>
    private void SplitByEnd()
    {
        if (place == Place.InFirstMessage)
        {
            Multiply(weight, tables.At(firstLetter, lastPlace), ends);
            if (lastPlace == 0) goesOn.AsSpan().Clear();
            else Multiply(weight, tables.Within(firstLetter, lastPlace - 1), goesOn);
        }
        else
        {
            var (full, empty) = lastPlace == 0 ? (ends, goesOn) : (goesOn, ends);
            weight.CopyTo(full, 0);
            empty.AsSpan().Clear();
        }

        total = Sum(goesOn) + Sum(ends);
    }

    /// <summary>
    /// After a newline: the intention of the message that ended, from its weights and their sum, and of the message to
    /// come.
    /// </summary>
    private void AwaitMessage(double[] weights, double sum)
    {
        weight.AsSpan().Clear();
        for (var i = 0; i < intentions; i++)
        {
            ended[i] = weights[i] / sum;
            var row = language.NextIntention(i);
            for (var j = 0; j < intentions; j++) weight[j] = Math.FusedMultiplyAdd(ended[i], row[j], weight[j]);
        }

        place = Place.AfterNewline;
    }

    // Keeps the weights of a long message away from underflow.
    private void Rescale(double sum)
    {
        for (var i = 0; i < intentions; i++) weight[i] /= sum;
    }

    private void Require(Span<double> result, int length)
    {
        if (result.Length != length) throw new ArgumentException($"{length} numbers are to be filled.", nameof(result));
        if (!IsPossible) throw new InvalidOperationException("The language cannot produce what was observed.");
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    private static double Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> products)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += products[i] = a[i] * b[i];
        return sum;
    }
}
