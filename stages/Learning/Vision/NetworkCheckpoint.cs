using Research.Jobs;
using Research.Learning.Models;
using Research.Learning.Safetensors;
using Research.Tables;

namespace Research.Learning.Vision;

/// <summary>
/// A trained network of images: its final weights (safetensors) and the loss curve. Such trainings take seconds, so nothing is kept on
/// the way.
/// </summary>
public sealed class NetworkCheckpoint : IArtifact<NetworkCheckpoint>
{
    private const string Trained = "training";

    private readonly string folder;

    private NetworkCheckpoint(string folder) => this.folder = folder;

    /// <inheritdoc/>
    public static NetworkCheckpoint Open(string folder) => new(folder);

    private string Weights => Path.Combine(folder, "model.safetensors");

    private string Losses => Path.Combine(folder, "loss.parquet");

    /// <summary>The loss curve, one row for each update; its tokens are images.</summary>
    /// <exception cref="InputException">The table is missing or malformed.</exception>
    public IEnumerable<LossRow> ReadLosses() => Parquet.Read<LossRow>(Losses);

    /// <summary>Writes what a training leaves.</summary>
    /// <param name="name">Name of the training.</param>
    /// <param name="tensors">Its tensors, with the buffers that hold them.</param>
    /// <param name="losses">Its loss curve.</param>
    internal void Write(string name, IEnumerable<(ParameterTensor Tensor, float[] Buffer)> tensors, IReadOnlyList<LossRow> losses)
    {
        SafetensorsWriter.Write(Weights, new Dictionary<string, string> { [Trained] = name }, [.. tensors.Select(item => new TensorData(
            item.Tensor.Name, item.Tensor.Shape, new ReadOnlyMemory<float>(item.Buffer, item.Tensor.Offset, item.Tensor.Length)))]);
        Parquet.Write(Losses, losses);
    }

    /// <summary>Reads some tensors into one buffer.</summary>
    /// <exception cref="InputException">The file is missing or malformed, or a tensor is missing or has another shape.</exception>
    internal float[] Read(IReadOnlyList<ParameterTensor> tensors)
    {
        using var reader = SafetensorsReader.Open(Weights);
        var values = new float[tensors[^1].Offset + tensors[^1].Length];
        foreach (var tensor in tensors)
        {
            reader.Read(tensor.Name, tensor.Shape, values.AsSpan(tensor.Offset, tensor.Length));
        }

        return values;
    }
}
