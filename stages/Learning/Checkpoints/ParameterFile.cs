using Research.Jobs;
using Research.Learning.Models;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>Sets of tensors laid out like a GPT's parameters (weights, moments) in a safetensors file.</summary>
internal static class ParameterFile
{
    /// <summary>The tensors of one set.</summary>
    /// <param name="layout">The model's layout.</param>
    /// <param name="values">All elements, in the order of the layout.</param>
    /// <param name="prefix">Put before each name.</param>
    public static IEnumerable<TensorData> Tensors(GptLayout layout, float[] values, string prefix = "") =>
        layout.Tensors.Select(tensor => new TensorData(
            prefix + tensor.Name, tensor.Shape, new ReadOnlyMemory<float>(values, tensor.Offset, tensor.Length)));

    /// <summary>Reads one set.</summary>
    /// <exception cref="InputException">A tensor is missing or has another type or shape.</exception>
    public static float[] Read(SafetensorsReader reader, GptLayout layout, string prefix = "")
    {
        var values = new float[layout.ParameterCount];
        foreach (var tensor in layout.Tensors)
        {
            reader.Read(prefix + tensor.Name, tensor.Shape, values.AsSpan(tensor.Offset, tensor.Length));
        }

        return values;
    }

    /// <summary>Writes a model's weights.</summary>
    public static void WriteWeights(string path, CheckpointHeader header, float[] weights) =>
        SafetensorsWriter.Write(path, header.ToMetadata(), [.. Tensors(header.Layout, weights)]);

    /// <summary>Reads a model's weights and what the file says about them.</summary>
    /// <exception cref="InputException">The file is missing, malformed, or has other tensors than its own shape needs.</exception>
    public static (CheckpointHeader Header, float[] Weights) ReadWeights(string path)
    {
        using var reader = SafetensorsReader.Open(path);
        var header = CheckpointHeader.Read(reader, path);
        var layout = header.Layout;
        return reader.Tensors.Count <= layout.Tensors.Count
            ? (header, Read(reader, layout))
            : throw new InputException(
                $"the file has {reader.Tensors.Count} tensors, a model of its shape {layout.Tensors.Count}", path,
                "Use a checkpoint written by this program, or train the model again.");
    }
}
