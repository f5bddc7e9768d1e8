using Research.Jobs;
using Research.Tables;

namespace Research.Languages.Chains;

/// <summary>
/// A corpus of a chain language: <c>language.json</c>, the language itself, and <c>messages.parquet</c>, a row per document.
/// </summary>
public sealed class ChainCorpus : IArtifact<ChainCorpus>
{
    private readonly string languagePath;
    private readonly Lazy<ChainLanguage> language;

    private ChainCorpus(string folder)
    {
        languagePath = Path.Combine(folder, "language.json");
        MessagesPath = Path.Combine(folder, "messages.parquet");
        language = new(() => ChainLanguageFile.Read(languagePath));
    }

    /// <summary>Full path of the table of documents.</summary>
    public string MessagesPath { get; }

    /// <summary>The language the corpus was drawn from, bit for bit. Read on first use.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public ChainLanguage Language => language.Value;

    /// <inheritdoc/>
    public static ChainCorpus Open(string folder) => new(folder);

    /// <summary>The documents in order, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<Document> Documents() => Parquet.Read<Document>(MessagesPath);

    /// <summary>Writes both files; the documents are written as they are enumerated.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(ChainLanguage language, IEnumerable<Document> documents)
    {
        try
        {
            ChainLanguageFile.Write(languagePath, language);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the language cannot be written ({exception.Message})", languagePath,
                "Check that the folder exists, is writable and has space left.", exception);
        }

        Parquet.Write(MessagesPath, documents);
    }
}
