using Research.Learning.Inference;
using Research.Learning.Models;

namespace Research.Learning.Tests.Inference;

/// <summary>Log-probabilities from the training's own forward pass over whole sequences: what inference must equal.</summary>
internal static class TrainingForward
{
    /// <summary>One table for each sequence, a row for each of its positions.</summary>
    public static LogProbabilities[] Along(Gpt model, IReadOnlyList<int[]> sequences) =>
        [.. sequences.Select(sequence => Along(model, sequence))];

    private static LogProbabilities Along(Gpt model, int[] sequence)
    {
        var (device, spec, time) = (model.Device, model.Spec, sequence.Length);
        using var activations = new Activations(device, spec, time, time * time, keep: true);
        using var tokens = device.Ints(time);
        tokens.Write(sequence);
        ForwardPass.Run(device, spec, model.Tensors, 1, time, tokens, activations);
        var logits = ForwardPass.Head(device, spec, model.Tensors, time, activations.Final, activations);
        device.LogSoftmax(time, spec.Vocabulary, logits, logits);
        var values = new float[time * spec.Vocabulary];
        logits.Buffer.Read(values, logits.Offset);
        var table = new LogProbabilities(time, spec.Vocabulary);
        for (var row = 0; row < time; row++)
        {
            values.AsSpan(row * spec.Vocabulary, spec.Vocabulary).CopyTo(table.Row(row));
        }

        return table;
    }
}
