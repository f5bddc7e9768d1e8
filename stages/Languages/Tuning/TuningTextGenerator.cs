using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tuning;

/// <summary>Generates a tuning text: an ordinary corpus of a <see cref="TuningLanguage"/>.</summary>
public static class TuningTextGenerator
{
    /// <summary>Draws the messages and writes them with the language.</summary>
    /// <param name="item">The language and the size of the text.</param>
    /// <param name="output">Receives the corpus; the intentions in it are those of the tuning language, from 0.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">There is no such text, or the files cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Generate(TuningTextSpec item, Corpus output, JobContext job) =>
        CorpusGenerator.Generate(TuningLanguage.Of(item), item.Messages, item.Base.Seed, "tuning messages", output, job);
}
