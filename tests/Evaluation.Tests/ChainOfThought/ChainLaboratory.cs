using Research.Evaluation.ChainOfThought;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Evaluation.Tests.ChainOfThought;

/// <summary>A chain corpus small enough to enumerate, a model trained on it for a few steps, and a slow way to ask it.</summary>
internal sealed class ChainLaboratory : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReferenceDevice device = new();
    private readonly Gpt model;
    private readonly Predictor predictor;

    public ChainLaboratory(double coverage = 0.5, int block = 16)
        : this(new ChainSpec(Topology.Line, coverage, Nodes: 5, Values: 2, MostSteps: 2, HeldOut: 1, Documents: 200), block)
    {
    }

    public ChainLaboratory(ChainSpec spec, int block)
    {
        Spec = spec;
        var corpusFolder = folder.Create();
        Corpus = ChainCorpus.Open(corpusFolder);
        ChainCorpusGenerator.Generate(Spec, Corpus, new JobContext());
        Training = new Training(
            $"{Spec}", new GptSpec(Layers: 1, Heads: 2, Width: 8, block, Language.Alphabet.Tokens),
            new TrainingSpec { Steps = 30, Batch = 4, LearningRate = 3e-2 }, Seed: 5);
        Checkpoint = Checkpoint.Open(folder.Create());
        Trainer.Train(Training, TokenText.Open(corpusFolder), Checkpoint, new JobContext());
        model = Checkpoint.Load(device, Training.Model, new Vocabulary(Language.Alphabet.Characters));
        predictor = new Predictor(model, rows: 1);
    }

    public ChainSpec Spec { get; }

    public ChainCorpus Corpus { get; }

    public ChainLanguage Language => Corpus.Language;

    public Training Training { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>p(token | text), one prompt at a time.</summary>
    public double[] Next(string text) =>
        [.. predictor.AfterPrompts([[.. text.Select(c => Language.Alphabet.Characters.IndexOf(c))]])[0].ToArray().Select(log => Math.Exp(log))];

    /// <summary>The same over the digits alone.</summary>
    public double[] NextValue(string text)
    {
        var digits = Next(text)[1..(1 + Language.World.Values)];
        return [.. digits.Select(p => p / digits.Sum())];
    }

    public Table<TRow> Table<TRow>() => new(folder.Create());

    public Table<ChainOfThoughtRow> Measure(int samples, JobContext? job = null)
    {
        var table = Table<ChainOfThoughtRow>();
        ChainOfThoughtMeasurement.Measure(new(Training, Spec, samples), Checkpoint, Corpus, table, job ?? new());
        return table;
    }

    public void Dispose()
    {
        predictor.Dispose();
        model.Dispose();
        device.Dispose();
        folder.Dispose();
    }
}
