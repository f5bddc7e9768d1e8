using Research.Languages;
using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Evaluation.Tests.Slow;

/// <summary>A model on the reference device, asked about one prompt at a time.</summary>
internal sealed class SlowModel : IDisposable
{
    private readonly ReferenceDevice device = new();
    private readonly Gpt model;
    private readonly Predictor predictor;

    public SlowModel(Laboratory laboratory, int? step = null)
        : this(laboratory.Checkpoint, laboratory.Training, laboratory.Language.Alphabet, step)
    {
    }

    public SlowModel(Checkpoint checkpoint, Training training, Alphabet alphabet, int? step = null)
    {
        model = checkpoint.Load(device, training.Model, new Vocabulary(alphabet.Characters), step);
        predictor = new Predictor(model, rows: 1);
    }

    public double[] Next(int[] prompt) => [.. Logs(prompt).Select(log => Math.Exp(log))];

    /// <summary>ln p of the tokens after the first.</summary>
    public double LogProbability(int[] window) =>
        Enumerable.Range(1, window.Length - 1).Sum(n => (double)Logs(window[..n])[window[n]]);

    public void Dispose()
    {
        predictor.Dispose();
        model.Dispose();
        device.Dispose();
    }

    private float[] Logs(int[] prompt) => predictor.AfterPrompts([prompt])[0].ToArray();
}
