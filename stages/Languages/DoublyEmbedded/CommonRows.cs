namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// What overlapping intentions share: a distribution of the first letter and a letter chain over all letters, of uniform
/// random numbers divided by the sum of their row. They are drawn after the intentions' own rows, from the same
/// generator, so that the overlap does not change those.
/// </summary>
internal sealed class CommonRows
{
    private readonly double overlap;
    private readonly double[] rows;
    private readonly int letters;

    private CommonRows(LanguageSpec spec)
    {
        int own = spec.LettersPerIntention;
        (overlap, letters) = (spec.Overlap, spec.Intentions * own);
        rows = new double[(letters + 1) * letters];
        var random = new MersenneTwister(unchecked((uint)spec.Seed));
        for (var n = 0; n < letters * own; n++) random.Uniform();
        for (var row = 0; row <= letters; row++)
            LanguageMatrices.FillRandomly(rows.AsSpan(row * letters, letters), random);
    }

    /// <summary>The common distribution of the first letter. [letters]</summary>
    public ReadOnlySpan<double> Start => rows.AsSpan(0, letters);

    /// <summary>The common rows of a language; null if its intentions do not overlap.</summary>
    public static CommonRows? Of(LanguageSpec spec) => spec.Overlap > 0 ? new(spec) : null;

    /// <summary>The common distribution of the letter after a letter. [letters]</summary>
    public ReadOnlySpan<double> After(int letter) => rows.AsSpan((letter + 1) * letters, letters);

    /// <summary>
    /// Replaces an intention's row by (1 - o) times it and o times the common one; the row of a letter that the
    /// intention alone cannot reach, which is 0, by the common one.
    /// </summary>
    public void MixInto(Span<double> row, ReadOnlySpan<double> common)
    {
        var own = row.ContainsAnyExcept(0.0) ? 1 - overlap : 0;
        var shared = own == 0 ? 1 : overlap;
        for (var t = 0; t < row.Length; t++) row[t] = (own * row[t]) + (shared * common[t]);
    }
}
