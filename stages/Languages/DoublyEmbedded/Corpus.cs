using Research.Jobs;
using Research.Tables;

namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// A corpus: <c>language.json</c>, the language itself, and <c>messages.parquet</c>, a row per message.
/// </summary>
public sealed class Corpus : IArtifact<Corpus>
{
    private readonly string languagePath;
    private readonly Lazy<Language> language;

    private Corpus(string folder)
    {
        languagePath = Path.Combine(folder, "language.json");
        MessagesPath = Path.Combine(folder, "messages.parquet");
        language = new(() => LanguageFile.Read(languagePath));
    }

    /// <summary>Full path of the table of messages.</summary>
    public string MessagesPath { get; }

    /// <summary>The language the corpus was drawn from, bit for bit. Read on first use.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public Language Language => language.Value;

    /// <inheritdoc/>
    public static Corpus Open(string folder) => new(folder);

    /// <summary>The messages in order, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<Message> Messages() => Parquet.Read<Message>(MessagesPath);

    /// <summary>The tokens of a split: its messages in order, each followed by a newline.</summary>
    /// <param name="split">One of <see cref="Splits"/>.</param>
    /// <exception cref="InputException">
    /// The table is damaged, or a message has a letter that the language does not have.
    /// </exception>
    public int[] Tokens(string split)
    {
        var alphabet = Language.Alphabet;
        var tokens = new List<int>();
        foreach (var message in Messages())
        {
            if (message.Split != split) continue;
            try
            {
                foreach (var character in message.Text) tokens.Add(alphabet.TokenOf(character));
            }
            catch (ArgumentOutOfRangeException exception)
            {
                throw new InputException(
                    $"message {message.Index} has a character that is not in the language", MessagesPath,
                    "Delete the corpus and generate it again.", exception);
            }

            tokens.Add(Alphabet.Newline);
        }

        return [.. tokens];
    }

    /// <summary>Writes both files; the messages are written as they are enumerated.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(Language language, IEnumerable<Message> messages)
    {
        try
        {
            LanguageFile.Write(languagePath, language);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the language cannot be written ({exception.Message})", languagePath,
                "Check that the folder exists, is writable and has space left.", exception);
        }

        Parquet.Write(MessagesPath, messages);
    }
}
