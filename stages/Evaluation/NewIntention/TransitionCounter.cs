using Research.Languages;

namespace Research.Evaluation.NewIntention;

/// <summary>
/// A reader who knows no language: the next letter by how often each followed the last one so far, and once more (Laplace's
/// rule of succession).
/// </summary>
internal sealed class TransitionCounter(int letters)
{
    /// <summary>Fills the distribution of the letter after a text that ends with a letter. [tokens]</summary>
    public void Predict(ReadOnlySpan<int> text, Span<double> next)
    {
        var last = text[^1];
        var seen = 0;
        next.Fill(1);
        next[Alphabet.Newline] = 0;
        for (var n = 1; n < text.Length; n++)
        {
            if (text[n - 1] != last || text[n] == Alphabet.Newline) continue;
            next[text[n]]++;
            seen++;
        }

        for (var t = 1; t < next.Length; t++) next[t] /= seen + letters;
    }
}
