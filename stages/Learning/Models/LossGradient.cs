using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// Cross-entropy of a model on a batch of windows, and its gradient: one forward and one backward pass for each block of
/// sequences (see <see cref="RowBlocks"/>). The memory is allocated once for batches of one size.
/// </summary>
internal sealed class LossGradient : IDisposable
{
    private readonly Gpt model;
    private readonly int batch;
    private readonly int time;
    private readonly int block;
    private readonly Activations activations;
    private readonly BackwardScratch scratch;
    private readonly IntBuffer tokens;
    private readonly IntBuffer[] blockTokens;
    private readonly IntBuffer[] blockTargets;
    private readonly FloatBuffer losses;
    private readonly FloatBuffer streamGradient;
    private readonly GptTensors gradients;

    /// <param name="model">The model; stays the caller's.</param>
    /// <param name="batch">Sequences of a batch.</param>
    /// <param name="time">Tokens of each; up to the block length.</param>
    /// <param name="block">Sequences that pass through the model together: all, or a multiple of <see cref="RowBlocks.Smallest"/>.</param>
    public LossGradient(Gpt model, int batch, int time, int? block = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, model.Spec.Block);
        (this.model, this.batch, this.time) = (model, batch, time);
        this.block = Math.Min(batch, block ?? RowBlocks.Sequences(model.Spec, batch, time, model.Device.NearMemory));
        if (this.block < batch && this.block % RowBlocks.Smallest(batch, time) != 0)
        {
            throw new ArgumentException($"{block} sequences are no multiple of {RowBlocks.Smallest(batch, time)}", nameof(block));
        }

        var (device, rows, blockRows) = (model.Device, batch * time, this.block * time);
        activations = new Activations(device, model.Spec, blockRows, blockRows * time, keep: true);
        scratch = new BackwardScratch(device, blockRows, model.Spec.Width);
        tokens = device.Ints(rows);
        (blockTokens, blockTargets) = (PerBlock(), PerBlock());
        losses = device.Floats(rows);
        streamGradient = device.Floats(rows * model.Spec.Width);
        Gradients = device.Floats(model.Layout.ParameterCount);
        gradients = new GptTensors(model.Layout, Gradients);

        IntBuffer[] PerBlock() => [.. Enumerable.Range(0, (batch + this.block - 1) / this.block).Select(_ => device.Ints(blockRows))];
    }

    /// <summary>Gradient of the mean loss, in the order of the parameters.</summary>
    public FloatBuffer Gradients { get; }

    /// <summary>The loss of each position in nats, [batch, time].</summary>
    public FloatView Losses => losses.All;

    /// <summary>Takes a batch to the device.</summary>
    /// <param name="inputs">Tokens, [batch, time].</param>
    /// <param name="next">The token that follows each, [batch, time].</param>
    public void Load(ReadOnlySpan<int> inputs, ReadOnlySpan<int> next)
    {
        for (var first = 0; first < batch; first += block)
        {
            var rows = Math.Min(block, batch - first) * time;
            blockTokens[first / block].Write(inputs.Slice(first * time, rows));
            blockTargets[first / block].Write(next.Slice(first * time, rows));
        }

        tokens.Write(inputs);
    }

    /// <summary>Computes the losses of the batch that was loaded, and the gradient of their mean; reads nothing back.</summary>
    public void Compute()
    {
        for (var first = 0; first < batch; first += block)
        {
            ComputeBlock(first, Math.Min(block, batch - first));
        }

        BackwardPass.Embeddings(model.Device, model.Spec, batch, time, tokens, streamGradient.All, gradients);
    }

    /// <summary>Computes the losses and the gradient of their mean.</summary>
    /// <param name="inputs">Tokens, [batch, time].</param>
    /// <param name="next">The token that follows each, [batch, time].</param>
    /// <param name="positionLosses">Receives the loss of each position in nats, [batch, time].</param>
    public void Compute(ReadOnlySpan<int> inputs, ReadOnlySpan<int> next, Span<float> positionLosses)
    {
        Load(inputs, next);
        Compute();
        losses.Read(positionLosses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        activations.Dispose();
        scratch.Dispose();
        tokens.Dispose();
        foreach (var buffer in blockTokens.Concat(blockTargets))
        {
            buffer.Dispose();
        }

        losses.Dispose();
        streamGradient.Dispose();
        Gradients.Dispose();
    }

    private void ComputeBlock(int first, int sequences)
    {
        var (device, spec, weights) = (model.Device, model.Spec, model.Tensors);
        var (firstRow, rows) = (first * time, sequences * time);
        ForwardPass.Run(device, spec, weights, sequences, time, blockTokens[first / block], activations);
        var logits = ForwardPass.Head(device, spec, weights, rows, activations.Final, activations);
        var scale = (float)(1.0 / (batch * time));
        device.CrossEntropy(rows, spec.Vocabulary, logits, blockTargets[first / block], scale, losses.Slice(firstRow, rows), logits);
        var dStream = streamGradient.Slice(firstRow * spec.Width, rows * spec.Width);
        BackwardPass.Run(device, spec, weights, sequences, time, activations, scratch, dStream, gradients, accumulate: first > 0);
    }
}
