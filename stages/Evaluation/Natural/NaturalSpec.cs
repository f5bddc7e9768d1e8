using Research.Languages.LabelledText;

namespace Research.Evaluation.Natural;

/// <summary>How sparse a user's labelled text is.</summary>
/// <param name="Import">How it was imported.</param>
/// <param name="MostOrder">The longest n-gram that the models may use; at least 1. The best up to it is found on training texts.</param>
/// <param name="HeldOutTexts">Most held-out texts to read, spread evenly over the file; at least 2.</param>
/// <param name="Longest">The most characters read of a text, a power of two.</param>
public sealed record NaturalSpec(LabelledTextSpec Import, int MostOrder, int HeldOutTexts, int Longest = 256)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Import} · up to {MostOrder}-grams";
}
