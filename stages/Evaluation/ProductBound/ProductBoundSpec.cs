using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.ProductBound;

/// <summary>How the ambiguities of several messages combine in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Tuples">Tuples of messages to draw for each length, at least 2.</param>
/// <param name="MostExamples">Tuples have 1 to this many messages.</param>
public sealed record ProductBoundSpec(LanguageSpec Language, int Tuples, int MostExamples = 5)
{
    /// <inheritdoc/>
    public override string ToString() => Language.ToString();
}
