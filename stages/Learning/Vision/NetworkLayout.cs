using Research.Jobs;
using Research.Learning.Models;

namespace Research.Learning.Vision;

/// <summary>
/// The sizes between the layers of a network and its parameters in one buffer: all biases first, which have no decay, then all
/// weights. A weight is [outputs, channels, kernel, kernel] or [outputs, inputs]; its name is that of PyTorch's
/// <c>nn.Sequential</c>, whose linear layers would see images with the channels first.
/// </summary>
public sealed class NetworkLayout
{
    private readonly List<ParameterTensor> tensors = [];

    /// <summary>The layout of a network.</summary>
    /// <param name="input">Size of its images.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="where">What a message names as the place.</param>
    /// <exception cref="InputException">The images are too small for a layer, or there are too many parameters.</exception>
    public NetworkLayout(ImageSize input, IReadOnlyList<Layer> layers, string where)
    {
        var sizes = new List<ImageSize> { input };
        foreach (var layer in layers)
        {
            sizes.Add(After(layer, sizes[^1], where));
        }

        var biases = layers.Select((layer, i) => layer.Outputs == 0 ? null : Append($"{i}.bias", 0, layer.Outputs)).ToList();
        UndecayedCount = ParameterCount;
        Stages = [.. layers.Select((layer, i) => new NetworkStage(layer, sizes[i], sizes[i + 1], Weight(layer, i, sizes[i]), biases[i]))];
    }

    /// <summary>The layers with their sizes and tensors.</summary>
    public IReadOnlyList<NetworkStage> Stages { get; }

    /// <summary>Every tensor, in the order of the buffer.</summary>
    public IReadOnlyList<ParameterTensor> Tensors => tensors;

    /// <summary>Number of all parameters.</summary>
    public int ParameterCount => tensors.Count == 0 ? 0 : tensors[^1].Offset + tensors[^1].Length;

    /// <summary>Number of biases.</summary>
    public int UndecayedCount { get; }

    /// <summary>Numbers of the last layer's result for an image.</summary>
    public int Outputs => Stages[^1].Output.Length;

    private static ImageSize After(Layer layer, ImageSize size, string where)
    {
        ImageSize result = layer.Kind switch
        {
            LayerKind.Convolution => new(size.Height - layer.Side + 1, size.Width - layer.Side + 1, layer.Outputs),
            LayerKind.MaxPool => size with { Height = size.Height / layer.Side, Width = size.Width / layer.Side },
            LayerKind.Linear => new(1, 1, layer.Outputs),
            _ => size,
        };
        return result.Height >= 1 && result.Width >= 1
            ? result
            : throw new InputException(
                $"squares of {layer.Side} x {layer.Side} pixels do not fit into {size}", where, "Use larger images.");
    }

    private ParameterTensor? Weight(Layer layer, int index, ImageSize input) => layer.Kind switch
    {
        LayerKind.Convolution => Append(
            $"{index}.weight", input.Channels * layer.Side * layer.Side, layer.Outputs, input.Channels, layer.Side, layer.Side),
        LayerKind.Linear => Append($"{index}.weight", input.Length, layer.Outputs, input.Length),
        _ => null,
    };

    // Weights start as N(0, 2 / inputs) (He et al. 2015), biases as zeros.
    private ParameterTensor Append(string name, int inputs, params IReadOnlyList<long> shape)
    {
        var length = checked((int)shape.Aggregate(1L, (product, size) => product * size));
        _ = checked(ParameterCount + length);
        var tensor = new ParameterTensor(
            name, shape, ParameterCount, length, inputs == 0 ? 0 : Math.Sqrt(2.0 / inputs), Decayed: inputs > 0);
        tensors.Add(tensor);
        return tensor;
    }
}
