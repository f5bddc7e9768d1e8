using Research.Evaluation.Density;
using Research.Evaluation.InContext;
using Research.Languages.DoublyEmbedded;
using Research.Learning;

namespace Research.Evaluation.Scale;

/// <summary>One model of the grid of widths, corpora and noise levels: one point or, with snapshots, several.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Corpus">The corpus it learned from.</param>
/// <param name="Language">
/// The corpus whose validation text it is measured on: the same language, with at least as many messages, so that all
/// models of a language are measured on one text that none of them has learned.
/// </param>
/// <param name="Windows">Validation windows, at least 2.</param>
/// <param name="Trials">In-context trials, at least 20.</param>
/// <param name="MostExamples">Examples in the longer prompts, at least 2; the shorter have one.</param>
public sealed record ScaleSpec(
    Training Training, LanguageSpec Corpus, LanguageSpec Language, int Windows, int Trials, int MostExamples)
{
    /// <summary>The windows, as the density experiment draws them.</summary>
    internal DensitySpec Density => new(Training, Language, Windows);

    /// <summary>The trials, as the in-context learning experiment draws them.</summary>
    internal InContextSpec InContext => new(Training, Language, Trials, MostExamples);

    /// <inheritdoc/>
    public override string ToString() => $"{Training} · {Training.Model.Layers} layers";
}
