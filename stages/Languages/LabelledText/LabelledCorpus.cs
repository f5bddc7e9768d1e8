using Research.Jobs;
using Research.Tables;

namespace Research.Languages.LabelledText;

/// <summary>
/// A user's labelled text as a corpus: <c>messages.parquet</c>, a row per text, <c>labels.parquet</c>, a row per label in the order of
/// their code points, and <c>import.parquet</c>, what was dropped.
/// </summary>
public sealed class LabelledCorpus : IArtifact<LabelledCorpus>
{
    private readonly string labelsPath;
    private readonly string importPath;

    private LabelledCorpus(string folder)
    {
        MessagesPath = Path.Combine(folder, "messages.parquet");
        labelsPath = Path.Combine(folder, "labels.parquet");
        importPath = Path.Combine(folder, "import.parquet");
    }

    /// <summary>Full path of the table of texts.</summary>
    public string MessagesPath { get; }

    /// <summary>What became of the file's rows.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public ImportCount Import => Parquet.Read<ImportCount>(importPath).Single();

    /// <inheritdoc/>
    public static LabelledCorpus Open(string folder) => new(folder);

    /// <summary>The labels, at least two, with the numbers of their texts.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<LabelCount> Labels() => [.. Parquet.Read<LabelCount>(labelsPath)];

    /// <summary>The texts in the order of the file, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<LabelledText> Texts() => Parquet.Read<LabelledText>(MessagesPath);

    /// <summary>Writes all files; the texts are written as they are enumerated.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">Their labels; asked for when all texts are written.</param>
    /// <param name="import">What was dropped.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    internal void Write(IEnumerable<LabelledText> texts, Func<IEnumerable<LabelCount>> labels, ImportCount import)
    {
        Parquet.Write(MessagesPath, texts);
        Parquet.Write(labelsPath, labels());
        Parquet.Write(importPath, [import]);
    }
}
