namespace Research.Languages.DoublyEmbedded;

/// <summary>How the first letter of a message is drawn. The letters after it are the same in every reading.</summary>
public enum Reading
{
    /// <summary>
    /// The author's generator: uniform over the intention's own letters, whatever the noise. So the first letter gives
    /// the intention away, and no message is ambiguous to a reader who knows the language.
    /// </summary>
    Released,

    /// <summary>
    /// From the start row treated as the author treats a row of the letter chain: the noise e is added to the
    /// probability of each of the L letters (1/n for the n own letters, 0 for the others), and the row is divided by
    /// its sum: (1/n + e) / (1 + L e) for own letters, e / (1 + L e) for others. Without noise it is
    /// <see cref="Released"/>.
    /// </summary>
    Ambiguous,

    /// <summary>
    /// Uniform over all letters: the first letter says nothing. Needs noise, since a noiseless chain cannot leave a
    /// foreign letter.
    /// </summary>
    UniformStart,
}
