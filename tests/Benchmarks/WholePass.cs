using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>
/// What <see cref="Predictor"/> is held against: the training's forward pass over whole prompts, like lengths in one batch,
/// padded on the right, without sharing anything.
/// </summary>
internal sealed class WholePass : IDisposable
{
    private const int Rows = 4096;

    private readonly Gpt model;
    private readonly Activations activations;
    private readonly IntBuffer tokens;
    private readonly IntBuffer places;
    private readonly FloatBuffer chosen;

    public WholePass(Gpt model)
    {
        this.model = model;
        activations = new Activations(model.Device, model.Spec, Rows, Rows * model.Spec.Block, keep: false);
        tokens = model.Device.Ints(Rows);
        places = model.Device.Ints(Rows);
        chosen = model.Device.Floats(Rows * model.Spec.Width);
    }

    /// <summary>Log-probabilities of the token after each prompt, the longest prompt first.</summary>
    public float[] AfterPrompts(IReadOnlyList<int[]> prompts)
    {
        var answers = new float[prompts.Count * model.Spec.Vocabulary];
        var order = prompts.OrderByDescending(prompt => prompt.Length).ToArray();
        for (var start = 0; start < order.Length;)
        {
            var time = order[start].Length;
            var batch = order.AsSpan(start, Math.Min(order.Length - start, Rows / time));
            Answer(batch, time, answers.AsSpan(start * model.Spec.Vocabulary));
            start += batch.Length;
        }

        return answers;
    }

    public void Dispose()
    {
        activations.Dispose();
        tokens.Dispose();
        places.Dispose();
        chosen.Dispose();
    }

    private void Answer(ReadOnlySpan<int[]> batch, int time, Span<float> answers)
    {
        var (device, spec, rows) = (model.Device, model.Spec, batch.Length);
        var padded = new int[rows * time];
        var last = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            batch[i].CopyTo(padded, i * time);
            last[i] = (i * time) + batch[i].Length - 1;
        }

        tokens.Write(padded);
        places.Write(last);
        ForwardPass.Run(device, spec, model.Tensors, rows, time, tokens, activations);
        device.GatherRows(rows, spec.Width, places, activations.Final, chosen.All);
        var logits = ForwardPass.Head(device, spec, model.Tensors, rows, chosen.All, activations);
        device.LogSoftmax(rows, spec.Vocabulary, logits, logits);
        logits.Buffer.Read(answers[..(rows * spec.Vocabulary)], logits.Offset);
    }
}
