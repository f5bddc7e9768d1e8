using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Vision;

/// <summary>
/// A transformer whose tokens are labels and images. Images are embedded first; their embeddings stand below the labels' in one table,
/// so that a sequence is rows of the table like any other, and the gradient of the table (rule S4) holds that of the images.
/// </summary>
internal sealed class SequenceNetwork : IDisposable
{
    private readonly SequenceTraining item;
    private readonly Device device;
    private readonly Activations activations;
    private readonly BackwardScratch scratch;
    private readonly GptTensors gradients;
    private readonly FloatBuffer images;
    private readonly FloatBuffer table;
    private readonly FloatBuffer tableGradient;
    private readonly FloatBuffer stream;
    private readonly FloatBuffer losses;
    private readonly IntBuffer tokens;
    private readonly IntBuffer targets;
    private readonly IntBuffer rows;

    /// <param name="item">Its shape.</param>
    /// <param name="device">Where it lives; stays the caller's.</param>
    /// <param name="transformer">Weights of the transformer.</param>
    /// <param name="embedding">Parameters of the network that embeds images.</param>
    /// <param name="most">Most sequences that pass through it at once.</param>
    public SequenceNetwork(SequenceTraining item, Device device, ReadOnlySpan<float> transformer, ReadOnlySpan<float> embedding, int most)
    {
        (this.item, this.device) = (item, device);
        var (spec, layout) = (item.Model, item.EmbeddingLayout);
        if (layout.Outputs != spec.Width || spec.Block < item.Time)
        {
            throw new ArgumentException($"{item}: embeddings of {layout.Outputs} numbers and {item.Time} tokens do not fit {spec}", nameof(item));
        }

        Transformer = new Gpt(spec, device, transformer);
        Embedding = new Network(layout, device, embedding, most * item.Pairs);
        var (length, count) = (most * item.Time, most * item.Pairs);
        activations = new Activations(device, spec, length, length * item.Time, keep: true);
        scratch = new BackwardScratch(device, length, spec.Width);
        Gradients = device.Floats(Transformer.Layout.ParameterCount);
        gradients = new GptTensors(Transformer.Layout, Gradients);
        images = device.Floats(count * item.Input.Length);
        table = device.Floats((spec.Vocabulary + count) * spec.Width);
        tableGradient = device.Floats(table.Length);
        (stream, losses) = (device.Floats(length * spec.Width), device.Floats(length));
        (tokens, targets, rows) = (device.Ints(length), device.Ints(length), device.Ints(spec.Vocabulary + count));
        rows.Write([.. Enumerable.Range(0, rows.Length)]);
    }

    /// <summary>The transformer.</summary>
    public Gpt Transformer { get; }

    /// <summary>The network that embeds images.</summary>
    public Network Embedding { get; }

    /// <summary>Gradient of the transformer's weights; that of the embedding's lies there.</summary>
    public FloatBuffer Gradients { get; }

    /// <summary>Logits of the label after each image.</summary>
    /// <param name="pixels">Images of whole sequences, one after another.</param>
    /// <param name="labels">Their labels.</param>
    /// <returns>[sequences, time, vocabulary]; those after labels mean nothing.</returns>
    public FloatView Forward(ReadOnlySpan<float> pixels, ReadOnlySpan<int> labels)
    {
        var (spec, count) = (item.Model, labels.Length);
        var sequences = count / item.Pairs;
        images.Write(pixels);
        var embedded = Embedding.Forward(count, Pixels(count));
        var known = spec.Vocabulary * spec.Width;
        device.GatherRows(spec.Vocabulary, spec.Width, rows, Transformer.Tensors.TokenEmbedding, table.Slice(0, known));
        device.GatherRows(count, spec.Width, rows, embedded, table.Slice(known, count * spec.Width));
        tokens.Write(Tokens(labels));
        ForwardPass.Run(
            device, spec, Transformer.Tensors, table.Slice(0, known + (count * spec.Width)), sequences, item.Time, tokens, activations);
        return ForwardPass.Head(device, spec, Transformer.Tensors, sequences * item.Time, activations.Final, activations);
    }

    /// <summary>Mean loss of the labels of whole batches, and the gradient of all parameters.</summary>
    /// <inheritdoc cref="Forward"/>
    /// <returns>Nats a label.</returns>
    public double Compute(ReadOnlySpan<float> pixels, ReadOnlySpan<int> labels)
    {
        var (spec, count, length) = (item.Model, labels.Length, labels.Length / item.Pairs * item.Time);
        var logits = Forward(pixels, labels);
        targets.Write(Targets(labels));
        device.CrossEntropy(length, spec.Vocabulary, logits, targets, (float)(1.0 / count), losses.All, logits);
        var dStream = stream.Slice(0, length * spec.Width);
        BackwardPass.Run(
            device, spec, Transformer.Tensors, count / item.Pairs, item.Time, activations, scratch, dStream, gradients, accumulate: false);
        var known = spec.Vocabulary * spec.Width;
        var all = tableGradient.Slice(0, known + (count * spec.Width));
        device.Clear(all);
        device.GatherRows(spec.Vocabulary, spec.Width, rows, gradients.TokenEmbedding, all.Slice(0, known));
        device.EmbeddingBackward(length, item.Time, spec.Width, tokens, dStream, all, gradients.PositionEmbedding);
        device.GatherRows(spec.Vocabulary, spec.Width, rows, all.Slice(0, known), gradients.TokenEmbedding);
        Embedding.Backward(count, Pixels(count), all.Slice(known, count * spec.Width));
        return Mean(length, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in (IEnumerable<IDisposable>)
            [Transformer, Embedding, activations, scratch, Gradients, images, table, tableGradient, stream, losses, tokens, targets, rows])
        {
            part.Dispose();
        }
    }

    private FloatView Pixels(int count) => images.Slice(0, count * item.Input.Length);

    // Image i is row vocabulary + i of the table.
    private int[] Tokens(ReadOnlySpan<int> labels)
    {
        var result = new int[labels.Length / item.Pairs * item.Time];
        for (var i = 0; i < labels.Length; i++)
        {
            var (sequence, pair) = Math.DivRem(i, item.Pairs);
            var at = (sequence * item.Time) + (2 * pair);
            result[at] = item.Model.Vocabulary + i;
            if (pair < item.Pairs - 1)
            {
                result[at + 1] = labels[i];
            }
        }

        return result;
    }

    private int[] Targets(ReadOnlySpan<int> labels)
    {
        var result = new int[labels.Length / item.Pairs * item.Time];
        Array.Fill(result, -1);
        for (var i = 0; i < labels.Length; i++)
        {
            result[(i / item.Pairs * item.Time) + (2 * (i % item.Pairs))] = labels[i];
        }

        return result;
    }

    // Rule S5: losses are summed in order, in double precision; those of labels are +0.
    private double Mean(int length, int count)
    {
        var values = new float[length];
        losses.Read(values);
        var sum = 0.0;
        foreach (var loss in values)
        {
            sum += loss;
        }

        return sum / count;
    }
}
