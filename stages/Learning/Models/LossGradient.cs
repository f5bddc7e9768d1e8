using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// Cross-entropy of a model on a batch of windows, and its gradient: one forward and one backward pass. The memory is allocated
/// once for batches of one size.
/// </summary>
internal sealed class LossGradient : IDisposable
{
    private readonly Gpt model;
    private readonly int batch;
    private readonly int time;
    private readonly Activations activations;
    private readonly BackwardScratch scratch;
    private readonly IntBuffer tokens;
    private readonly IntBuffer targets;
    private readonly FloatBuffer losses;
    private readonly GptTensors gradients;

    public LossGradient(Gpt model, int batch, int time)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, model.Spec.Block);
        (this.model, this.batch, this.time) = (model, batch, time);
        var rows = batch * time;
        activations = new Activations(model.Device, model.Spec, rows, rows * time, keep: true);
        scratch = new BackwardScratch(model.Device, rows, model.Spec.Width);
        tokens = model.Device.Ints(rows);
        targets = model.Device.Ints(rows);
        losses = model.Device.Floats(rows);
        Gradients = model.Device.Floats(model.Layout.ParameterCount);
        gradients = new GptTensors(model.Layout, Gradients);
    }

    /// <summary>Gradient of the mean loss, in the order of the parameters.</summary>
    public FloatBuffer Gradients { get; }

    /// <summary>Computes the losses and the gradient of their mean.</summary>
    /// <param name="inputs">Tokens, [batch, time].</param>
    /// <param name="next">The token that follows each, [batch, time].</param>
    /// <param name="positionLosses">Receives the loss of each position in nats, [batch, time].</param>
    public void Compute(ReadOnlySpan<int> inputs, ReadOnlySpan<int> next, Span<float> positionLosses)
    {
        var (device, spec, rows) = (model.Device, model.Spec, batch * time);
        tokens.Write(inputs);
        targets.Write(next);
        ForwardPass.Run(device, spec, model.Tensors, batch, time, tokens, activations);
        var logits = ForwardPass.Head(device, spec, model.Tensors, rows, activations.Final, activations);
        device.CrossEntropy(rows, spec.Vocabulary, logits, targets, (float)(1.0 / rows), losses.All, logits);
        BackwardPass.Run(device, spec, model.Tensors, batch, time, tokens, activations, scratch, gradients);
        losses.Read(positionLosses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        activations.Dispose();
        scratch.Dispose();
        tokens.Dispose();
        targets.Dispose();
        losses.Dispose();
        Gradients.Dispose();
    }
}
