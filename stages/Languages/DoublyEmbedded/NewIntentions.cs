using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// Intentions that a language does not have, over its letters and with its noise, so that its readers take every text
/// of them for possible. Letters that such an intention does not use are followed as in the language.
/// </summary>
public sealed class NewIntentions
{
    /// <summary>Probability with which a combination goes over to the other intention's letters.</summary>
    public const double Crossing = 0.25;

    private readonly LanguageSpec spec;
    private readonly Language language;

    /// <summary>New intentions beside those of a language.</summary>
    /// <exception cref="InputException">
    /// There is no such language, or it has no room for new intentions.
    /// </exception>
    public NewIntentions(LanguageSpec spec)
    {
        language = Language.Of(spec);
        this.spec = spec;
        if (!HasRoom(spec))
        {
            throw new InputException(
                "the language has no room for new intentions", spec.ToString(),
                "Give Noise above 0, another reading than Released, and Intentions 2 or more.");
        }
    }

    /// <summary>
    /// Whether a language takes every text for possible, and has two intentions to combine. In the released reading the
    /// first letters of messages in succession must be those of neighbors on the circle.
    /// </summary>
    public static bool HasRoom(LanguageSpec spec) =>
        spec is { Noise: > 0, Intentions: > 1, Reading: not Reading.Released };

    /// <summary>Draws a new intention.</summary>
    /// <returns>A language that has no other; its letters are those of the known language.</returns>
    public Language Draw(NewIntentionKind kind, ref PhiloxStream draws)
    {
        var start = new double[language.Letters];
        var rows = new double[language.Letters][];
        var first = draws.Below(language.Intentions);
        for (var s = 0; s < rows.Length; s++) rows[s] = language.NextLetter(first, s).ToArray();
        switch (kind)
        {
            case NewIntentionKind.Combination:
                Combine(first, Another(first, ref draws), start, rows);
                break;
            case NewIntentionKind.NewRows:
                language.Start(first).CopyTo(start);
                Connect(Letters(first), rows, ref draws);
                break;
            default:
                var letters = LettersOfSeveral(ref draws);
                var stranger = (first + 1) % language.Intentions;
                foreach (var s in Letters(first)) rows[s] = language.NextLetter(stranger, s).ToArray();
                Connect(letters, rows, ref draws);
                foreach (var s in letters) start[s] = 1.0 / letters.Length;
                if (spec.Reading == Reading.UniformStart) start.AsSpan().Fill(1.0 / language.Letters);
                if (spec.Reading == Reading.Ambiguous) LanguageMatrices.AddNoise(start, spec.Noise);
                break;
        }

        return Alone(kind, start, rows);
    }

    private void Combine(int first, int second, double[] start, double[][] rows)
    {
        for (var s = 0; s < start.Length; s++)
            start[s] = 0.5 * (language.Start(first)[s] + language.Start(second)[s]);
        foreach (var (from, to) in new[] { (first, second), (second, first) })
        {
            var others = Letters(to);
            foreach (var s in Letters(from))
            {
                var known = language.NextLetter(from, s);
                for (var t = 0; t < rows[s].Length; t++) rows[s][t] = (1 - Crossing) * known[t];
                foreach (var t in others) rows[s][t] += Crossing / others.Length;
            }
        }
    }

    private void Connect(int[] letters, double[][] rows, ref PhiloxStream draws)
    {
        foreach (var s in letters)
        {
            rows[s].AsSpan().Clear();
            foreach (var t in letters) rows[s][t] = draws.UniformDouble();
            LanguageMatrices.Normalize(rows[s]);
            LanguageMatrices.AddNoise(rows[s], spec.Noise);
        }
    }

    private int Another(int intention, ref PhiloxStream draws) =>
        (intention + 1 + draws.Below(language.Intentions - 1)) % language.Intentions;

    private int[] Letters(int intention) =>
        [.. Enumerable.Range(intention * spec.LettersPerIntention, spec.LettersPerIntention)];

    /// <summary>One letter after another, each of the next intention on the circle.</summary>
    private int[] LettersOfSeveral(ref PhiloxStream draws)
    {
        var (letters, intention) = (new int[spec.LettersPerIntention], draws.Below(language.Intentions));
        for (var n = 0; n < letters.Length; n++)
        {
            // An intention that has its turn again gives the letter after its last.
            var turn = n / language.Intentions;
            var letter = turn == 0 ? draws.Below(letters.Length) : (letters[n - language.Intentions] + 1) % letters.Length;
            letters[n] = ((intention + n) % language.Intentions * letters.Length) + letter;
        }

        return letters;
    }

    private Language Alone(NewIntentionKind kind, double[] start, double[][] rows)
    {
        var letters = language.Letters;
        var (startRow, chain) = (new double[1, letters], new double[1, letters, letters]);
        for (var s = 0; s < letters; s++)
        {
            startRow[0, s] = start[s];
            for (var t = 0; t < letters; t++) chain[0, s, t] = rows[s][t];
        }

        return new Language($"{language.Name}, {kind}", language.Transitions, new double[,] { { 1 } }, startRow, chain);
    }
}
