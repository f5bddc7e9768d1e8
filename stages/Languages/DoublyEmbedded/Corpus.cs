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
    /// The table is damaged, or a message is none of the language.
    /// </exception>
    public int[] Tokens(string split)
    {
        var tokens = new List<int>();
        foreach (var message in Messages())
        {
            if (message.Split != split) continue;
            tokens.AddRange(Encode(message));
            tokens.Add(Alphabet.Newline);
        }

        return [.. tokens];
    }

    /// <summary>The tokens of a message of this corpus, without a newline.</summary>
    /// <exception cref="InputException">
    /// The message is not as long as the language's, or has a letter that the language does not have.
    /// </exception>
    public int[] Encode(Message message)
    {
        if (message.Text.Length != Language.MessageLength)
            throw Damaged($"message {message.Index} has {message.Text.Length} letters, not {Language.MessageLength}");
        try
        {
            return Language.Alphabet.Encode(message.Text);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw Damaged($"message {message.Index} has a character that is not in the language", exception);
        }
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

    private InputException Damaged(string what, Exception? inner = null) =>
        new(what, MessagesPath, "Delete the corpus and generate it again.", inner);
}
