using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.DoublyEmbedded;

/// <summary>Generates a corpus: the job of the corpus stage.</summary>
public static class CorpusGenerator
{
    private const string Stream = "messages";
    private const int ReportEvery = 4096;

    /// <summary>Draws the messages of a language and writes them with the language.</summary>
    /// <param name="item">The language and the size of its corpus.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">There is no such language, or the files cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Generate(LanguageSpec item, Corpus output, JobContext job) =>
        Generate(Language.Of(item), item.Messages, item.Seed, Stream, output, job);

    /// <summary>The same for any language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="messages">Size of the corpus.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="stream">Stream of the draws.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress and cancellation.</param>
    internal static void Generate(Language language, int messages, int seed, string stream, Corpus output, JobContext job)
    {
        output.Write(language, Reported(Messages(language, messages, new Philox(seed, stream)), messages, job));
        job.Log.WriteLine($"{messages} messages of {language.MessageLength} letters");
    }

    /// <summary>
    /// The messages of a corpus, one at a time. The intention chain starts at intention 0 and runs through the whole
    /// corpus; message n takes the draws of step n of the stream <c>messages</c>: its intention, its first letter, its
    /// transitions.
    /// </summary>
    public static IEnumerable<Message> Messages(LanguageSpec spec, Language language) =>
        Messages(language, spec.Messages, new Philox(spec.Seed, Stream));

    private static IEnumerable<Message> Messages(Language language, int messages, Philox philox)
    {
        var sampler = new MessageSampler(language);
        var tokens = new int[language.MessageLength];
        var intention = 0;
        for (var n = 0; n < messages; n++)
        {
            var draws = new PhiloxStream(philox, step: (uint)n);
            intention = sampler.NextIntention(intention, ref draws);
            sampler.Message(intention, tokens, ref draws);
            yield return new(n, intention, Splits.Of(n, messages), language.Alphabet.Decode(tokens));
        }
    }

    private static IEnumerable<Message> Reported(IEnumerable<Message> messages, int total, JobContext job)
    {
        foreach (var message in messages)
        {
            if (message.Index % ReportEvery == 0) job.Report(message.Index, total, "messages");
            yield return message;
        }
    }
}
