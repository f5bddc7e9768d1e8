using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Sparsity;

/// <summary>How sparse one language is.</summary>
/// <param name="Language">The language.</param>
/// <param name="Messages">Messages of its corpus to look at, from the first on; at least 1.</param>
public sealed record SparsitySpec(LanguageSpec Language, int Messages)
{
    /// <inheritdoc/>
    public override string ToString() => Language.ToString();
}
