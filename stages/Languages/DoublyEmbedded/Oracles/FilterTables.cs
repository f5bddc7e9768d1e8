namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// The numbers that <see cref="BayesFilter"/> looks up, the intentions side by side. Letters count from 0.
/// </summary>
internal sealed class FilterTables
{
    private readonly int letters;
    private readonly int intentions;
    private readonly int places;
    private readonly double[] transition;
    private readonly double[] start;
    private readonly double[] at;
    private readonly double[] within;

    public FilterTables(Language language)
    {
        (letters, intentions, places) = (language.Letters, language.Intentions, language.MessageLength);
        transition = new double[letters * letters * intentions];
        start = new double[letters * intentions];
        at = new double[letters * places * intentions];
        within = new double[at.Length];
        for (var i = 0; i < intentions; i++)
        {
            for (var s = 0; s < letters; s++)
            {
                start[s * intentions + i] = language.Start(i)[s];
                for (var t = 0; t < letters; t++)
                    transition[(s * letters + t) * intentions + i] = language.NextLetter(i, s)[t];
                var sum = 0.0;
                for (var place = 0; place < places; place++)
                {
                    var index = (s * places + place) * intentions + i;
                    at[index] = language.Stationary[i] * language.LetterAt(i, place)[s];
                    within[index] = sum += at[index];
                }
            }
        }
    }

    /// <summary>Probability of a letter after a letter, by intention.</summary>
    public ReadOnlySpan<double> Transition(int from, int to) => Row(transition, from * letters + to);

    /// <summary>Probability of a first letter, by intention.</summary>
    public ReadOnlySpan<double> Start(int letter) => Row(start, letter);

    /// <summary>pi(theta) M(theta, place, letter), by intention.</summary>
    public ReadOnlySpan<double> At(int letter, int place) => Row(at, letter * places + place);

    /// <summary>The sum of <see cref="At"/> over the places up to this one, by intention.</summary>
    public ReadOnlySpan<double> Within(int letter, int place) => Row(within, letter * places + place);

    private ReadOnlySpan<double> Row(double[] table, int row) => table.AsSpan(row * intentions, intentions);
}
