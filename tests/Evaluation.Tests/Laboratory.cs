using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Tests;

/// <summary>A corpus, a model trained on it for a few steps, and a place for what is measured on them.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Laboratory(LanguageSpec language, int block, int steps = 0, int[]? snapshots = null)
        : this(
            language, new GptSpec(Layers: 1, Heads: 2, Width: 8, block, new Alphabet(language.Intentions * language.LettersPerIntention).Tokens),
            new TrainingSpec { Steps = steps, Batch = 4, LearningRate = 3e-2, SnapshotSteps = snapshots ?? [] }, new JobContext())
    {
    }

    public Laboratory(LanguageSpec language, GptSpec model, TrainingSpec schedule, JobContext job)
    {
        Spec = language;
        Corpus = Corpus.Open(folder.Create());
        var corpusFolder = Path.GetDirectoryName(Corpus.MessagesPath)!;
        CorpusGenerator.Generate(language, Corpus, job);
        Training = new Training($"{language}", model, schedule, Seed: 5);
        Checkpoint = Checkpoint.Open(folder.Create());
        Trainer.Train(Training, TokenText.Open(corpusFolder), Checkpoint, job);
    }

    public LanguageSpec Spec { get; }

    public Corpus Corpus { get; }

    public Language Language => Corpus.Language;

    public Training Training { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>
    /// A language small enough to enumerate: three intentions of one letter each, messages of five letters.
    /// </summary>
    public static LanguageSpec Tiny(Reading reading, int messages = 60) =>
        new(reading, Noise: 0.2, Intentions: 3, LettersPerIntention: 1, Transitions: 4, messages);

    /// <summary>A tiny language and a model that has learned a little.</summary>
    public static Laboratory OfTiny(Reading reading) => new(Tiny(reading), block: 18, steps: 6, snapshots: [0, 3]);

    /// <summary>The author's language and a model that has learned nothing.</summary>
    public static Laboratory OfAuthors(Reading reading, double noise, int messages = 200) =>
        new(new LanguageSpec(reading, noise, Messages: messages), block: 128);

    public Table<TRow> Table<TRow>() => new(folder.Create());

    public Table<TRow> Table<TRow>(IEnumerable<TRow> rows)
    {
        var table = Table<TRow>();
        table.Write(rows);
        return table;
    }

    /// <summary>The rows that a measurement writes.</summary>
    public List<TRow> Rows<TRow>(Action<Table<TRow>> measure)
    {
        var table = Table<TRow>();
        measure(table);
        return [.. table.Read()];
    }

    public void Dispose() => folder.Dispose();
}
