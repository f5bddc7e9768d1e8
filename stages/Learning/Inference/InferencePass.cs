using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Inference;

/// <summary>
/// Computes slots of a <see cref="ContextTree"/>, and only what was not computed before: a row's bits depend on the rows
/// of its own path alone, in the order of <see cref="ForwardPass"/>, whatever is computed with it or was computed earlier.
/// </summary>
internal sealed class InferencePass : IDisposable
{
    private readonly Gpt model;
    private readonly InferenceMemory memory;
    private readonly ContextPaths paths;
    private readonly ContextPaths askedPaths;
    private readonly IntBuffer indices;
    private readonly int[] slots;
    private readonly int[] places;
    private readonly int rows;
    private int computed;

    /// <param name="model">The model; stays the caller's.</param>
    /// <param name="rows">Most slots computed at once.</param>
    /// <param name="capacity">Most slots.</param>
    /// <param name="lasting">Whether slots are computed in several passes.</param>
    public InferencePass(Gpt model, int rows, int capacity, bool lasting)
    {
        (this.model, this.rows) = (model, rows);
        Tree = new ContextTree(capacity);
        memory = new InferenceMemory(model.Device, model.Spec, rows, capacity, lasting);
        paths = new ContextPaths(model.Device, rows);
        askedPaths = new ContextPaths(model.Device, rows);
        indices = model.Device.Ints(rows);
        (slots, places) = (new int[rows], new int[rows]);
    }

    /// <summary>The sequences.</summary>
    public ContextTree Tree { get; }

    /// <summary>Length of a row of answers.</summary>
    public int Vocabulary => model.Spec.Vocabulary;

    /// <summary>Forgets all sequences.</summary>
    public void Clear()
    {
        Tree.Clear();
        computed = 0;
    }

    /// <summary>Computes the slots that are new.</summary>
    /// <param name="asked">New slots that are asked about, ascending, each once.</param>
    /// <param name="logProbabilities">
    /// Receives for each of them the log-probability of every token after it: [asked, vocabulary].
    /// </param>
    public void Run(ReadOnlySpan<int> asked, Span<float> logProbabilities)
    {
        while (computed < Tree.Count)
        {
            var count = Math.Min(rows, Tree.Count - computed);
            var answers = 0;
            while (answers < asked.Length && asked[answers] < computed + count)
            {
                answers++;
            }

            Compute(computed, count, asked[..answers]);
            computed += count;
            if (answers > 0)
            {
                var values = answers * Vocabulary;
                var logits = memory.Logits(answers);
                logits.Buffer.Read(logProbabilities[..values], logits.Offset);
                asked = asked[answers..];
                logProbabilities = logProbabilities[values..];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        memory.Dispose();
        paths.Dispose();
        askedPaths.Dispose();
        indices.Dispose();
    }

    private void Compute(int first, int count, ReadOnlySpan<int> asked)
    {
        for (var i = 0; i < count; i++)
        {
            slots[i] = first + i;
        }

        paths.Fill(Tree, slots.AsSpan(0, count));
        askedPaths.Fill(Tree, asked);
        var x = memory.Stream(count);
        Embed(first, count, x);
        for (var layer = 0; layer < model.Spec.Layers; layer++)
        {
            var weights = model.Tensors.Blocks[layer];
            Project(weights.AttentionNorm, weights.Qkv, x, count, memory.Qkv(layer, first, count), 3);
            var qkv = memory.Qkv(layer, 0, first + count);
            if (layer + 1 < model.Spec.Layers)
            {
                Block(weights, paths, qkv, x, count);
            }
            else if (asked.Length > 0)
            {
                // Nobody looks back at what the last block makes of the other slots.
                var chosen = Choose(asked, first, x);
                Block(weights, askedPaths, qkv, chosen, asked.Length);
                Answer(chosen, asked.Length);
            }
        }
    }

    private void Embed(int first, int count, FloatView x)
    {
        var (device, width, position) = (model.Device, model.Spec.Width, memory.Projected(count));
        indices.Write(Tree.Tokens.Slice(first, count));
        device.GatherRows(count, width, indices, model.Tensors.TokenEmbedding, x);
        indices.Write(Tree.Positions.Slice(first, count));
        device.GatherRows(count, width, indices, model.Tensors.PositionEmbedding, position);
        device.Add(x, position, x);
    }

    private FloatView Choose(ReadOnlySpan<int> asked, int first, FloatView x)
    {
        if (asked.Length * model.Spec.Width == x.Length)
        {
            return x;
        }

        for (var i = 0; i < asked.Length; i++)
        {
            places[i] = asked[i] - first;
        }

        indices.Write(places.AsSpan(0, asked.Length));
        var chosen = memory.Chosen(asked.Length);
        model.Device.GatherRows(asked.Length, model.Spec.Width, indices, x, chosen);
        return chosen;
    }

    /// <summary>What follows the projection to queries, keys and values; x is the residual stream, before and after.</summary>
    private void Block(BlockTensors weights, ContextPaths along, FloatView qkv, FloatView x, int count)
    {
        var (device, width, heads) = (model.Device, model.Spec.Width, model.Spec.Heads);
        var (projected, attended) = (memory.Projected(count), memory.Attended(count));
        var (expanded, activated) = (memory.Expanded(count), memory.Activated(count));
        device.PathAttention(
            along.Count, along.Longest, heads, width / heads, along.Offsets, along.Queries, along.Rows, qkv, attended);
        device.MatMul(false, true, count, width, width, attended, weights.AttentionOutput, projected);
        device.Add(x, projected, x);

        Project(weights.MlpNorm, weights.Expansion, x, count, expanded, 4);
        device.GeluForward(expanded, activated);
        device.MatMul(false, true, count, width, 4 * width, activated, weights.Contraction, projected);
        device.Add(x, projected, x);
    }

    private void Answer(FloatView x, int count)
    {
        var (device, spec, logits) = (model.Device, model.Spec, memory.Logits(count));
        Norm(model.Tensors.FinalNorm, x, count);
        device.MatMul(
            false, true, count, spec.Vocabulary, spec.Width, memory.Normed(count), model.Tensors.TokenEmbedding, logits);
        device.LogSoftmax(count, spec.Vocabulary, logits, logits);
    }

    private void Project(FloatView gain, FloatView weights, FloatView x, int count, FloatView y, int widths)
    {
        Norm(gain, x, count);
        model.Device.MatMul(
            false, true, count, widths * model.Spec.Width, model.Spec.Width, memory.Normed(count), weights, y);
    }

    private void Norm(FloatView gain, FloatView x, int count) => model.Device.LayerNormForward(
        count, model.Spec.Width, x, gain, memory.Normed(count), memory.Mean, memory.Rstd);
}
