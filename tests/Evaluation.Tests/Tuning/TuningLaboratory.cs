using Research.Evaluation.Tuning;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tuning;
using Research.Learning;
using Research.Learning.Tuning;

namespace Research.Evaluation.Tests.Tuning;

/// <summary>A model of a language of four intentions, tuned for a few steps.</summary>
internal sealed class TuningLaboratory : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TuningLaboratory(int block = 16, Reading reading = Reading.Released, int[]? snapshots = null)
    {
        Laboratory = new Laboratory(
            new LanguageSpec(reading, Noise: 0.2, Intentions: 4, LettersPerIntention: 2, Transitions: 4, Messages: 60), block, steps: 6);
        Item = new TuningSpec(
            new FineTuning(
                Laboratory.Training, "text",
                new TrainingSpec { Steps = 5, Batch = 4, LearningRate = 3e-2, SnapshotSteps = snapshots ?? [0, 2] }, Seed: 5,
                new AdapterSpec(2, 4, AdaptedLayers.All)),
            Laboratory.Spec, Prompts: 3);
        var text = Corpus.Open(folder.Create());
        TuningTextGenerator.Generate(new TuningTextSpec(Laboratory.Spec, 60), text, new JobContext());
        Tuned = Checkpoint.Open(folder.Create());
        FineTuner.Tune(
            Item.Tuning, Laboratory.Checkpoint, TokenText.Open(Path.GetDirectoryName(text.MessagesPath)!), Tuned, new JobContext());
    }

    public Laboratory Laboratory { get; }

    public TuningSpec Item { get; }

    public Checkpoint Tuned { get; }

    public List<TuningRow> Measure() => Laboratory.Rows<TuningRow>(
        table => TuningMeasurement.Measure(Item, Tuned, Laboratory.Corpus, table, new JobContext()));

    public void Dispose()
    {
        Laboratory.Dispose();
        folder.Dispose();
    }
}
