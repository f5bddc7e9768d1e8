using Research.Evaluation.Ginc;
using Research.Jobs;
using Research.Languages.Ginc;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Tests.Ginc;

/// <summary>A small GINC corpus, a model trained on it for a few steps, and a place for what is measured on them.</summary>
internal sealed class GincLaboratory : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GincLaboratory(GincSpec? language = null, int block = 12)
    {
        Spec = language ?? Tiny;
        Language = GincLanguage.Of(Spec);
        var corpusFolder = folder.Create();
        Corpus = GincCorpus.Open(corpusFolder);
        GincCorpusGenerator.Generate(Spec, Corpus, new JobContext());
        Text = TokenText.Open(corpusFolder);
        Training = new Training(
            $"{Spec}", new GptSpec(Layers: 1, Heads: 2, Width: 8, block, Language.Alphabet.Tokens),
            new TrainingSpec { Steps = 6, Batch = 4, LearningRate = 3e-2, SnapshotSteps = [3] }, Seed: 5);
        Checkpoint = Checkpoint.Open(folder.Create());
        Trainer.Train(Training, Text, Checkpoint, new JobContext());
    }

    /// <summary>A language small enough to enumerate: four or fewer letters, two concepts and one unseen.</summary>
    public static GincSpec Tiny { get; } = new(
        Symbols: 5, Values: 2, Slots: 3, Concepts: 2, UnseenConcepts: 1, Permutations: 2, Staying: 0.5, Documents: 60, DocumentLength: 20);

    public GincSpec Spec { get; }

    public GincLanguage Language { get; }

    public GincCorpus Corpus { get; }

    public TokenText Text { get; }

    public Training Training { get; }

    public Checkpoint Checkpoint { get; }

    public GincPromptSpec Asking(int length, int mostExamples, int prompts) => new(Training, Spec, length, mostExamples, prompts);

    public Table<TRow> Table<TRow>() => new(folder.Create());

    public List<GincPromptRow> Prompting(GincPromptSpec item, JobContext? job = null)
    {
        var table = Table<GincPromptRow>();
        GincPrompting.Measure(item, Checkpoint, table, job ?? new JobContext());
        return [.. table.Read()];
    }

    public List<GincCourseRow> Course(GincPromptSpec item, int windows)
    {
        var table = Table<GincCourseRow>();
        GincCourse.Measure(new(item, windows), Checkpoint, Text, table, new JobContext());
        return [.. table.Read()];
    }

    public void Dispose() => folder.Dispose();
}
