using Research.Learning.Models;
using Research.Numerics;
using Research.Numerics.Devices;

namespace Research.Learning.Vision;

/// <summary>A feed-forward network whose parameters, activations and gradients lie on a device.</summary>
internal sealed class Network : IDisposable
{
    private readonly Device device;
    private readonly NetworkLayout layout;
    private readonly FloatBuffer[] outputs;
    private readonly FloatBuffer?[] patches;
    private readonly FloatBuffer[] scratch;

    /// <param name="layout">Its layers.</param>
    /// <param name="device">Where it lives; stays the caller's.</param>
    /// <param name="parameters">In the order of the layout.</param>
    /// <param name="most">Most images that pass through it at once.</param>
    public Network(NetworkLayout layout, Device device, ReadOnlySpan<float> parameters, int most)
    {
        (this.layout, this.device) = (layout, device);
        Parameters = device.Floats(layout.ParameterCount);
        Parameters.Write(parameters);
        Gradients = device.Floats(layout.ParameterCount);
        outputs = [.. layout.Stages.Select(stage => device.Floats(checked(most * stage.Output.Length)))];
        patches = [.. layout.Stages.Select(stage =>
            stage.Layer.Kind == LayerKind.Convolution ? device.Floats((int)Patches(stage, most).Length) : null)];
        var widest = layout.Stages.Max(stage => stage.Input.Length);
        var unfolded = layout.Stages.Max(stage => stage.Layer.Kind == LayerKind.Convolution ? (int)Patches(stage, most).Length : 0);
        scratch = [device.Floats(checked(most * widest)), device.Floats(checked(most * widest)), device.Floats(unfolded)];
    }

    /// <summary>Initial parameters: element e of tensor t is draw e of tensor t in the stream <c>network</c>.</summary>
    public static float[] Initialize(NetworkLayout layout, int seed)
    {
        var parameters = new float[layout.ParameterCount];
        var philox = new Philox(seed, "network");
        for (var t = 0; t < layout.Tensors.Count; t++)
        {
            var tensor = layout.Tensors[t];
            if (!tensor.Decayed)
            {
                continue;
            }

            var stream = new PhiloxStream(philox, tensor: (uint)t);
            foreach (ref var element in parameters.AsSpan(tensor.Offset, tensor.Length))
            {
                element = (float)(tensor.Initial * stream.Normal());
            }
        }

        return parameters;
    }

    /// <summary>The parameters.</summary>
    public FloatBuffer Parameters { get; }

    /// <summary>Gradient of the parameters, after a backward pass.</summary>
    public FloatBuffer Gradients { get; }

    /// <summary>Runs all layers.</summary>
    /// <param name="images">How many images.</param>
    /// <param name="x">[images, height, width, channels].</param>
    /// <returns>[images, outputs], until the next pass.</returns>
    public FloatView Forward(int images, FloatView x)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            var stage = layout.Stages[i];
            var y = outputs[i].Slice(0, images * stage.Output.Length);
            Forward(stage, images, x, patches[i], y);
            x = y;
        }

        return x;
    }

    /// <summary>Gradients of the parameters after <see cref="Forward(int, FloatView)"/>.</summary>
    /// <param name="images">How many images.</param>
    /// <param name="x">They.</param>
    /// <param name="dy">Gradient of the result; overwritten.</param>
    public void Backward(int images, FloatView x, FloatView dy)
    {
        for (var i = outputs.Length - 1; i >= 0; i--)
        {
            var stage = layout.Stages[i];
            var input = i == 0 ? x : outputs[i - 1].Slice(0, images * stage.Input.Length);
            var dx = (ReferenceEquals(dy.Buffer, scratch[0]) ? scratch[1] : scratch[0]).Slice(0, images * stage.Input.Length);
            dy = Backward(stage, images, input, outputs[i], patches[i], dy, dx, isFirst: i == 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in (IEnumerable<FloatBuffer?>)[Parameters, Gradients, .. outputs, .. patches, .. scratch])
        {
            buffer?.Dispose();
        }
    }

    private static ImageBatch Batch(ImageSize size, int images) => new(images, size.Height, size.Width, size.Channels);

    private static ImageBatch Patches(NetworkStage stage, int images) =>
        Batch(stage.Input, images).Convolved(stage.Inputs, stage.Layer.Side, 0);

    private static FloatView View(FloatBuffer buffer, ParameterTensor? tensor) => buffer.Slice(tensor!.Offset, tensor.Length);

    private static int Rows(NetworkStage stage, int images) => images * stage.Output.Height * stage.Output.Width;

    private void Forward(NetworkStage stage, int images, FloatView x, FloatBuffer? unfolded, FloatView y)
    {
        switch (stage.Layer.Kind)
        {
            case LayerKind.Convolution:
                device.UnfoldForward(Batch(stage.Input, images), stage.Layer.Side, 0, x, unfolded!.All);
                Weigh(unfolded.All);
                break;
            case LayerKind.Linear:
                Weigh(x);
                break;
            case LayerKind.MaxPool:
                device.MaxPoolForward(Batch(stage.Input, images), stage.Layer.Side, x, y);
                break;
            case LayerKind.Gelu:
                device.GeluForward(x, y);
                break;
            default:
                device.SigmoidForward(x, y);
                break;
        }

        void Weigh(FloatView inputs)
        {
            var (rows, count) = (Rows(stage, images), stage.Layer.Outputs);
            device.MatMul(false, true, rows, count, stage.Inputs, inputs, View(Parameters, stage.Weight), y);
            device.BiasForward(rows, count, y, View(Parameters, stage.Bias), y);
        }
    }

    /// <returns>The gradient of the input, in <paramref name="dx"/> or in place of <paramref name="dy"/>.</returns>
    private FloatView Backward(
        NetworkStage stage, int images, FloatView x, FloatBuffer output, FloatBuffer? unfolded, FloatView dy, FloatView dx, bool isFirst)
    {
        switch (stage.Layer.Kind)
        {
            case LayerKind.Convolution:
                var dpatches = scratch[2].Slice(0, (int)Patches(stage, images).Length);
                Weights(unfolded!.All, dpatches);
                if (!isFirst)
                {
                    device.UnfoldBackward(Batch(stage.Input, images), stage.Layer.Side, 0, dpatches, dx);
                }

                return dx;
            case LayerKind.Linear:
                Weights(x, dx);
                return dx;
            case LayerKind.MaxPool:
                device.MaxPoolBackward(Batch(stage.Input, images), stage.Layer.Side, x, dy, dx);
                return dx;
            case LayerKind.Gelu:
                device.GeluBackward(x, dy, dy);
                return dy;
            default:
                device.SigmoidBackward(output.Slice(0, dy.Length), dy, dy);
                return dy;
        }

        void Weights(FloatView inputs, FloatView dinputs)
        {
            var (rows, count) = (Rows(stage, images), stage.Layer.Outputs);
            device.BiasBackward(rows, count, dy, View(Gradients, stage.Bias));
            device.MatMul(true, false, count, stage.Inputs, rows, dy, inputs, View(Gradients, stage.Weight));
            if (!isFirst)
            {
                device.MatMul(false, false, rows, stage.Inputs, count, dy, View(Parameters, stage.Weight), dinputs);
            }
        }
    }
}
