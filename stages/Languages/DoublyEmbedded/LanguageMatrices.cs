namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// The matrices of a language from its specification, number for number as the author's generator makes them.
/// </summary>
internal static class LanguageMatrices
{
    /// <summary>
    /// A circle: an intention stays or goes on to the next, with probability 1/2 each. [intentions, intentions]
    /// </summary>
    public static double[,] IntentionChain(LanguageSpec spec)
    {
        var chain = new double[spec.Intentions, spec.Intentions];
        for (var i = 0; i < spec.Intentions; i++)
        {
            chain[i, i] += 0.5;
            chain[i, (i + 1) % spec.Intentions] += 0.5;
        }

        return chain;
    }

    /// <summary>
    /// The distribution of a message's first letter, the intentions' common one mixed in. [intentions, letters]
    /// </summary>
    public static double[,] Start(LanguageSpec spec)
    {
        int own = spec.LettersPerIntention, letters = spec.Intentions * own;
        var start = new double[spec.Intentions, letters];
        var common = CommonRows.Of(spec);
        for (var i = 0; i < spec.Intentions; i++)
        {
            Span<double> row = new double[letters];
            if (spec.Reading == Reading.UniformStart) row.Fill(1.0 / letters);
            else row.Slice(i * own, own).Fill(1.0 / own);
            if (spec.Reading == Reading.Ambiguous) AddNoise(row, spec.Noise);
            common?.MixInto(row, common.Start);
            for (var s = 0; s < letters; s++) start[i, s] = row[s];
        }

        return start;
    }

    /// <summary>
    /// The chain of letters of each intention: uniform random numbers among its own letters, rows divided by their
    /// sums; then the noise; then the common chain. Without noise and overlap, the rows of foreign letters are 0.
    /// [intentions, letters, letters]
    /// </summary>
    public static double[,,] LetterChains(LanguageSpec spec)
    {
        int own = spec.LettersPerIntention, letters = spec.Intentions * own;
        var chains = new double[spec.Intentions, letters, letters];
        var common = CommonRows.Of(spec);
        var random = new MersenneTwister(unchecked((uint)spec.Seed));
        for (var i = 0; i < spec.Intentions; i++)
        {
            for (var s = 0; s < letters; s++)
            {
                Span<double> row = new double[letters];
                if (s / own == i) FillRandomly(row.Slice(i * own, own), random);
                AddNoise(row, spec.Noise);
                common?.MixInto(row, common.After(s));
                for (var t = 0; t < letters; t++) chains[i, s, t] = row[t];
            }
        }

        return chains;
    }

    /// <summary>Fills a row with uniform random numbers, divided by their sum.</summary>
    internal static void FillRandomly(Span<double> row, MersenneTwister random)
    {
        for (var t = 0; t < row.Length; t++) row[t] = random.Uniform();
        Normalize(row);
    }

    /// <summary>Adds the noise e to each probability of a row and divides the row by its sum.</summary>
    internal static void AddNoise(Span<double> row, double noise)
    {
        if (noise == 0) return;
        for (var t = 0; t < row.Length; t++) row[t] += noise;
        Normalize(row);
    }

    /// <summary>Divides a row by its sum.</summary>
    internal static void Normalize(Span<double> row)
    {
        var sum = 0.0;
        foreach (var value in row) sum += value;
        for (var t = 0; t < row.Length; t++) row[t] /= sum;
    }
}
