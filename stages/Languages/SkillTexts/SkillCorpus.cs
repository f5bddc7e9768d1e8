using Research.Jobs;
using Research.Tables;

namespace Research.Languages.SkillTexts;

/// <summary>
/// A corpus of skill texts: <c>language.json</c>, the language itself with its hidden bits and training texts, and
/// <c>messages.parquet</c>, a row per document.
/// </summary>
public sealed class SkillCorpus : IArtifact<SkillCorpus>
{
    private readonly string languagePath;
    private readonly Lazy<SkillLanguage> language;

    private SkillCorpus(string folder)
    {
        languagePath = Path.Combine(folder, "language.json");
        MessagesPath = Path.Combine(folder, "messages.parquet");
        language = new(() => SkillLanguageFile.Read(languagePath));
    }

    /// <summary>Full path of the table of documents.</summary>
    public string MessagesPath { get; }

    /// <summary>The language. Read on first use.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public SkillLanguage Language => language.Value;

    /// <inheritdoc/>
    public static SkillCorpus Open(string folder) => new(folder);

    /// <summary>The documents in order, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<SkillDocument> Documents() => Parquet.Read<SkillDocument>(MessagesPath);

    /// <summary>Writes both files; the documents are written as they are enumerated.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(SkillLanguage language, IEnumerable<SkillDocument> documents)
    {
        try
        {
            SkillLanguageFile.Write(languagePath, language);
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
