using Research.Jobs;
using Research.Learning.Models;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>Weights and both moments in one safetensors file; the loss curve up to there lies elsewhere.</summary>
internal static class StateFile
{
    /// <summary>Before the names of the first moment's tensors.</summary>
    public const string First = "exp_avg.";

    /// <summary>Before the names of the second moment's tensors.</summary>
    public const string Second = "exp_avg_sq.";

    public static void Write(string path, CheckpointHeader header, TrainingState state) =>
        SafetensorsWriter.Write(path, header.ToMetadata(), [.. Tensors(header, state)]);

    /// <summary>Reads a state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What the file has to say about itself.</param>
    /// <param name="losses">The loss curve up to the state.</param>
    /// <exception cref="InputException">The file is missing, malformed, or of another model, vocabulary or step.</exception>
    public static TrainingState Read(string path, CheckpointHeader expected, IReadOnlyList<LossRow> losses)
    {
        using var reader = SafetensorsReader.Open(path);
        CheckpointHeader.Read(reader, path).Require(expected, path);
        return Read(reader, expected.Layout, losses);
    }

    public static IEnumerable<TensorData> Tensors(CheckpointHeader header, TrainingState state)
    {
        var layout = header.Layout;
        return ParameterFile.Tensors(layout, state.Weights)
            .Concat(ParameterFile.Tensors(layout, state.FirstMoment, First))
            .Concat(ParameterFile.Tensors(layout, state.SecondMoment, Second));
    }

    public static TrainingState Read(SafetensorsReader reader, GptLayout layout, IReadOnlyList<LossRow> losses) => new(
        ParameterFile.Read(reader, layout), ParameterFile.Read(reader, layout, First), ParameterFile.Read(reader, layout, Second), losses);
}
