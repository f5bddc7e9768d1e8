namespace Research.Languages.DoublyEmbedded;

/// <summary>How an intention that is not one of a language's comes about.</summary>
public enum NewIntentionKind
{
    /// <summary>
    /// Of two known intentions: the first letter is that of either, with probability 1/2. After a letter that one of
    /// them owns, the next follows that one's row, or with probability 1/4 is one of the other's letters, all alike.
    /// </summary>
    Combination,

    /// <summary>The letters and the first letter of a known intention, but a new random row after each letter.</summary>
    NewRows,

    /// <summary>
    /// As many letters as an intention owns, but of different intentions as far as there are so many, all alike in
    /// the first place, with a new random row after each.
    /// </summary>
    NewLetters,
}
