namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// A doubly embedded Markov chain (Jiang 2023, section 8). Before every message, the intention is drawn from the row of
/// the previous one; the message is a first letter and a fixed number of steps of the intention's letter chain, then a
/// newline. Immutable.
/// </summary>
public sealed class Language
{
    private const double Tolerance = 1e-9;

    private readonly double[] intentionChain;
    private readonly double[] start;
    private readonly double[] letterChains;
    private readonly double[] stationary;
    private readonly double[] positions;

    /// <summary>A language of any matrices.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="transitions">Letter steps in a message, at least 1.</param>
    /// <param name="intentionChain">[intentions, intentions]; irreducible.</param>
    /// <param name="start">[intentions, letters]</param>
    /// <param name="letterChains">
    /// [intentions, letters, letters]; the row of a letter that cannot occur may be all 0.
    /// </param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a row is no distribution.</exception>
    public Language(string name, int transitions, double[,] intentionChain, double[,] start, double[,,] letterChains)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(transitions);
        (Name, Transitions) = (name, transitions);
        (Intentions, Letters) = (start.GetLength(0), start.GetLength(1));
        if (intentionChain.GetLength(0) != Intentions || intentionChain.GetLength(1) != Intentions)
            throw new ArgumentException(
                $"The intention chain must be {Intentions} x {Intentions}.", nameof(intentionChain));
        if ((letterChains.GetLength(0), letterChains.GetLength(1), letterChains.GetLength(2)) != (Intentions, Letters, Letters))
            throw new ArgumentException(
                $"The letter chains must be {Intentions} x {Letters} x {Letters}.", nameof(letterChains));
        Alphabet = new Alphabet(Letters);
        this.intentionChain = Flat(intentionChain);
        this.start = Flat(start);
        this.letterChains = Flat(letterChains);
        for (var i = 0; i < Intentions; i++) RequireDistribution(NextIntention(i), $"row {i} of the intention chain");
        stationary = StationaryDistribution.Of(intentionChain);
        positions = LettersByPosition();
    }

    /// <summary>The language of a specification.</summary>
    /// <exception cref="Jobs.InputException">There is no such language.</exception>
    public static Language Of(LanguageSpec spec)
    {
        spec.Validate();
        return new(
            spec.ToString(), spec.Transitions,
            LanguageMatrices.IntentionChain(spec), LanguageMatrices.Start(spec), LanguageMatrices.LetterChains(spec));
    }

    /// <summary>What people call the language.</summary>
    public string Name { get; }

    /// <summary>Number of intentions.</summary>
    public int Intentions { get; }

    /// <summary>Number of letters.</summary>
    public int Letters { get; }

    /// <summary>Letter steps in a message.</summary>
    public int Transitions { get; }

    /// <summary>Letters in a message: <see cref="Transitions"/> + 1. The newline is not counted.</summary>
    public int MessageLength => Transitions + 1;

    /// <summary>The characters and their tokens.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>The stationary distribution of the intention chain. [intentions]</summary>
    public ReadOnlySpan<double> Stationary => stationary;

    /// <summary>The distribution of the intention of the message after one of this intention. [intentions]</summary>
    public ReadOnlySpan<double> NextIntention(int intention) =>
        intentionChain.AsSpan(intention * Intentions, Intentions);

    /// <summary>The distribution of the first letter of a message. [letters]; the letter s is token s + 1.</summary>
    public ReadOnlySpan<double> Start(int intention) => start.AsSpan(intention * Letters, Letters);

    /// <summary>The distribution of the letter after a letter (both from 0, not tokens). [letters]</summary>
    public ReadOnlySpan<double> NextLetter(int intention, int letter) =>
        letterChains.AsSpan((intention * Letters + letter) * Letters, Letters);

    /// <summary>
    /// The distribution of the letter at a position of a message, from 0 to <see cref="Transitions"/>. [letters]
    /// </summary>
    public ReadOnlySpan<double> LetterAt(int intention, int position) =>
        positions.AsSpan((intention * MessageLength + position) * Letters, Letters);

    private double[] LettersByPosition()
    {
        var table = new double[Intentions * MessageLength * Letters];
        for (var i = 0; i < Intentions; i++)
        {
            RequireDistribution(Start(i), $"start row {i}");
            var current = table.AsSpan(i * MessageLength * Letters, Letters);
            Start(i).CopyTo(current);
            for (var position = 1; position <= Transitions; position++)
            {
                var next = table.AsSpan((i * MessageLength + position) * Letters, Letters);
                for (var s = 0; s < Letters; s++)
                {
                    if (current[s] == 0) continue;
                    var row = NextLetter(i, s);
                    RequireDistribution(row, $"row {s} of letter chain {i}");
                    for (var t = 0; t < Letters; t++) next[t] = Math.FusedMultiplyAdd(current[s], row[t], next[t]);
                }

                current = next;
            }
        }

        return table;
    }

    private static void RequireDistribution(ReadOnlySpan<double> row, string what)
    {
        var sum = 0.0;
        foreach (var p in row)
        {
            if (!(p >= 0)) throw new ArgumentException($"{what}: {p} is no probability.");
            sum += p;
        }

        if (!(Math.Abs(sum - 1) <= Tolerance)) throw new ArgumentException($"{what} adds up to {sum}, not 1.");
    }

    private static double[] Flat(Array matrix)
    {
        var flat = new double[matrix.Length];
        Buffer.BlockCopy(matrix, 0, flat, 0, flat.Length * sizeof(double));
        return flat;
    }
}
