using Research.Jobs;
using Research.Learning;
using Research.Mirage.Arithmetic;

namespace Research.Mirage.Tests.Arithmetic;

/// <summary>A small text of problems, and models of some widths that have learned a little from it.</summary>
internal sealed class ArithmeticLaboratory : IDisposable
{
    public ArithmeticLaboratory(params int[] widths)
    {
        var corpus = Folder.New<ArithmeticCorpus>();
        ArithmeticCorpusGenerator.Generate(Spec, corpus, new JobContext());
        Text = TokenText.Open(Path.GetDirectoryName(corpus.MessagesPath)!);
        Trained = [.. widths.Select(width =>
        {
            var training = new Training(
                "arithmetic", new GptSpec(1, 2, width, 48, ProblemText.Characters.Length),
                new TrainingSpec { Steps = 6, Batch = 4, LearningRate = 3e-2, SnapshotSteps = [0, 3] }, Seed: 5);
            var checkpoint = Folder.New<Checkpoint>();
            Trainer.Train(training, Text, checkpoint, new JobContext());
            return (new FreezeSpec(training, Spec, Items: 3, Samples: 2, Windows: 4), checkpoint);
        })];
    }

    public static ArithmeticSpec Spec { get; } = new(900);

    public TemporaryFolder Folder { get; } = new();

    public TokenText Text { get; }

    public IReadOnlyList<(FreezeSpec Item, Checkpoint Checkpoint)> Trained { get; }

    public List<FrozenOutput> Freeze(int model = 0, JobContext? job = null) => Folder.Rows<FrozenOutput>(
        output => OutputFreezing.Freeze(Trained[model].Item, Trained[model].Checkpoint, Text, output, job ?? new JobContext()));

    public void Dispose() => Folder.Dispose();
}
