using Research.Jobs;
using Research.Learning.Tuning;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Tuning;

/// <summary>A tiny trained model and fine-tunings of it, in a temporary folder.</summary>
internal sealed class TunedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReferenceDevice device = new();

    public TunedRun()
    {
        Text = TinyCorpus.Create(folder.Create("text"), "dcba", "ddcc", "abab", "badc");
        Base = Checkpoint.Open(folder.Create("base"));
        BaseText = TinyCorpus.Create(folder.Create("corpus"));
        Trainer.Train(TinyCorpus.Training, BaseText, Base, new JobContext(), device);
    }

    public static FineTuning Spec { get; } = new(
        TinyCorpus.Training, "other text",
        new TrainingSpec
        {
            Steps = 8, Batch = 2, LearningRate = 1e-2, WeightDecay = 0, SnapshotSteps = [0, 1, 4], DigestInterval = 2, StateInterval = 3,
        },
        Seed: 5);

    public Checkpoint Base { get; }

    /// <summary>What the base learned.</summary>
    public TokenText BaseText { get; }

    public TokenText Text { get; }

    public string this[string name] => folder[name];

    public string Create(string name) => folder.Create(name);

    public Checkpoint Tune(FineTuning item, string output, JobContext? job = null, Checkpoint? from = null, TokenText? text = null)
    {
        var result = Checkpoint.Open(folder.Create(output));
        FineTuner.Tune(item, from ?? Base, text ?? Text, result, job ?? new JobContext(), device);
        return result;
    }

    /// <summary>The weights of a checkpoint as every reader gets them: the bits, by name.</summary>
    public Dictionary<string, int[]> Weights(Checkpoint checkpoint, int? step = null)
    {
        using var model = checkpoint.Load(device, TinyCorpus.Training.Model, Text.Vocabulary, step);
        var values = model.ReadParameters();
        return model.Layout.Tensors.ToDictionary(
            tensor => tensor.Name,
            tensor => Array.ConvertAll(values[tensor.Offset..(tensor.Offset + tensor.Length)], BitConverter.SingleToInt32Bits));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }
}
