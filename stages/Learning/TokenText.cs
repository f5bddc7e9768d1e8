using Research.Jobs;
using Research.Learning.Data;
using Research.Tables;

namespace Research.Learning;

/// <summary>
/// The trainer's view of a corpus: any folder with a table <c>messages.parquet</c> that has the columns <c>split</c> (train or
/// validation) and <c>text</c>. The text of a split is its messages in order, each followed by a newline; the vocabulary is
/// that of both splits. Read on first use.
/// </summary>
public sealed class TokenText : IArtifact<TokenText>
{
    private const string TrainSplit = "train";
    private const string ValidationSplit = "validation";

    private readonly string path;
    private readonly Lazy<(Vocabulary Vocabulary, TokenSequence Train, TokenSequence Validation)> contents;

    private TokenText(string folder)
    {
        path = Path.Combine(folder, "messages.parquet");
        contents = new(Read);
    }

    /// <inheritdoc/>
    public static TokenText Open(string folder) => new(folder);

    /// <summary>The characters of the corpus.</summary>
    /// <exception cref="InputException">The table is missing, malformed, or no text a model can learn.</exception>
    public Vocabulary Vocabulary => contents.Value.Vocabulary;

    /// <summary>The tokens to learn from.</summary>
    /// <exception cref="InputException">The table is missing, malformed, or no text a model can learn.</exception>
    public TokenSequence Train => contents.Value.Train;

    /// <summary>The tokens held out.</summary>
    /// <exception cref="InputException">The table is missing, malformed, or no text a model can learn.</exception>
    public TokenSequence Validation => contents.Value.Validation;

    // Two passes: the first finds the vocabulary and the lengths, so that the second needs one array and no growth.
    private (Vocabulary Vocabulary, TokenSequence Train, TokenSequence Validation) Read()
    {
        var seen = new bool[char.MaxValue + 1];
        var (train, validation) = (0L, 0L);
        foreach (var row in Parquet.Read<MessageRow>(path))
        {
            foreach (var character in row.Text)
            {
                seen[character] = true;
            }

            (train, validation) = row.Split switch
            {
                TrainSplit => (train + row.Text.Length + 1, validation),
                ValidationSplit => (train, validation + row.Text.Length + 1),
                _ => throw Wrong($"a row has the split '{row.Split}'", $"Name the splits {TrainSplit} and {ValidationSplit}."),
            };
        }

        if (train > Array.MaxLength || validation > Array.MaxLength)
        {
            throw Wrong($"a split has more than {Array.MaxLength} characters", "Use fewer or shorter messages.");
        }

        var vocabulary = new Vocabulary(Characters(seen));
        return (vocabulary, Tokens(TrainSplit, train), Tokens(ValidationSplit, validation));

        TokenSequence Tokens(string split, long length) => TokenSequence.Of(
            vocabulary, (int)length, Parquet.Read<MessageRow>(path).Where(row => row.Split == split).Select(row => row.Text));
    }

    private IEnumerable<char> Characters(bool[] seen)
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            if (seen[code])
            {
                // Half of a pair is no character: it could not be written into a checkpoint's vocabulary.
                yield return !char.IsSurrogate((char)code)
                    ? (char)code
                    : throw Wrong("the text has characters beyond U+FFFF, such as emoji", "Remove or replace them.");
            }
        }
    }

    private InputException Wrong(string what, string remedy) => new(what, path, remedy);
}
