using Research.Learning.Models;
using Research.Numerics;
using Research.Numerics.Devices;

namespace Research.Learning.Tuning;

/// <summary>
/// The arithmetic of a low-rank adapter (Hu et al. 2021) on a device, in matrix products alone, so that every device returns the
/// same bits. With the scale s as a diagonal matrix S: W = W0 + B (S A), dB = dW (S A)^T, dA = S (B^T dW).
/// </summary>
internal sealed class LowRankAdapter : IDisposable
{
    private readonly Gpt model;
    private readonly int rank;
    private readonly FloatBuffer[] frozen;
    private readonly FloatBuffer scale;
    private readonly FloatBuffer narrow;
    private readonly FloatBuffer narrowGradient;
    private readonly FloatBuffer product;

    /// <param name="model">Holds the adapter's tensors beside its own; stays the caller's.</param>
    /// <param name="spec">The adapter.</param>
    /// <param name="initial">The model's weights W0 before any change, in the order of the layout.</param>
    public LowRankAdapter(Gpt model, AdapterSpec spec, ReadOnlySpan<float> initial)
    {
        (this.model, rank) = (model, spec.Rank);
        var (device, adapted) = (model.Device, model.Layout.Adapted);
        frozen = new FloatBuffer[adapted.Count];
        for (var i = 0; i < frozen.Length; i++)
        {
            var weight = adapted[i].Weight;
            frozen[i] = device.Floats(weight.Length);
            frozen[i].Write(initial.Slice(weight.Offset, weight.Length));
        }

        scale = device.Floats(rank * rank);
        scale.Write(Diagonal(rank, (float)spec.Scale));
        narrow = device.Floats(rank * adapted.Max(layer => layer.Inputs));
        narrowGradient = device.Floats(narrow.Length);
        product = device.Floats(adapted.Max(layer => layer.Weight.Length));
    }

    /// <summary>Draws the first A, N(0, 1 / inputs), and sets B to 0: the model is the one without an adapter.</summary>
    /// <param name="layout">Says where they lie; without an adapter nothing happens.</param>
    /// <param name="seed">Element e of the A of adapted layer t is draw e of tensor t in the stream <c>adapter</c>.</param>
    /// <param name="parameters">Receives them, in the order of the layout.</param>
    public static void Initialize(GptLayout layout, int seed, Span<float> parameters)
    {
        var philox = new Philox(seed, "adapter");
        for (var t = 0; t < layout.Adapted.Count; t++)
        {
            var (a, b) = (layout.Adapted[t].A, layout.Adapted[t].B);
            var stream = new PhiloxStream(philox, tensor: (uint)t);
            foreach (ref var element in parameters.Slice(a.Offset, a.Length))
            {
                element = (float)(a.Initial * stream.Normal());
            }

            parameters.Slice(b.Offset, b.Length).Clear();
        }
    }

    /// <summary>Computes the gradients of A and B from those of the adapted weights.</summary>
    /// <param name="gradients">In the order of the layout; holds the model's, receives the adapter's.</param>
    public void Backward(FloatBuffer gradients)
    {
        var device = model.Device;
        foreach (var layer in model.Layout.Adapted)
        {
            var (outputs, inputs) = (layer.Outputs, layer.Inputs);
            var (dWeight, dA, dB) = (View(gradients, layer.Weight), View(gradients, layer.A), View(gradients, layer.B));
            device.MatMul(false, true, outputs, rank, inputs, dWeight, ScaledA(layer), dB);
            var dScaled = narrowGradient.Slice(0, rank * inputs);
            device.MatMul(true, false, rank, inputs, outputs, View(model.Parameters, layer.B), dWeight, dScaled);
            device.MatMul(false, false, rank, inputs, rank, scale.All, dScaled, dA);
        }
    }

    /// <summary>Computes the adapted weights anew from A and B.</summary>
    public void Merge()
    {
        var device = model.Device;
        for (var i = 0; i < frozen.Length; i++)
        {
            var layer = model.Layout.Adapted[i];
            var change = product.Slice(0, layer.Weight.Length);
            device.MatMul(
                false, false, layer.Outputs, layer.Inputs, rank, View(model.Parameters, layer.B), ScaledA(layer), change);
            device.Add(frozen[i].All, change, View(model.Parameters, layer.Weight));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in (FloatBuffer[])[.. frozen, scale, narrow, narrowGradient, product])
        {
            buffer.Dispose();
        }
    }

    private FloatView ScaledA(AdaptedLayout layer)
    {
        var scaled = narrow.Slice(0, rank * layer.Inputs);
        model.Device.MatMul(false, false, rank, layer.Inputs, rank, scale.All, View(model.Parameters, layer.A), scaled);
        return scaled;
    }

    private static FloatView View(FloatBuffer buffer, ParameterTensor tensor) => buffer.Slice(tensor.Offset, tensor.Length);

    private static float[] Diagonal(int size, float value)
    {
        var matrix = new float[size * size];
        for (var i = 0; i < size; i++)
        {
            matrix[i * (size + 1)] = value;
        }

        return matrix;
    }
}
