using Research.Jobs;
using Research.Learning.Models;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>A <see cref="TrainingState"/> in one file, written in one piece: a killed run leaves the one before it.</summary>
internal static class ResumeFile
{
    private const string First = "exp_avg.";
    private const string Second = "exp_avg_sq.";

    private static readonly string[] Curves = ["loss", "learning_rate", "gradient_norm"];

    public static void Write(string path, CheckpointHeader header, TrainingState state)
    {
        var layout = new GptLayout(header.Spec);
        double[][] curves =
        [
            [.. state.Losses.Select(row => row.Loss)],
            [.. state.Losses.Select(row => row.LearningRate)],
            [.. state.Losses.Select(row => row.GradientNorm)],
        ];
        SafetensorsWriter.Write(path, header.ToMetadata(), [
            .. Curves.Zip(curves, (name, values) => new TensorData(name, [values.Length], values)),
            .. ParameterFile.Tensors(layout, state.Weights),
            .. ParameterFile.Tensors(layout, state.FirstMoment, First),
            .. ParameterFile.Tensors(layout, state.SecondMoment, Second)]);
    }

    /// <summary>Reads a state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The run that wants to go on; its step does not matter.</param>
    /// <param name="tokensPerStep">Tokens of one update.</param>
    /// <exception cref="InputException">The file is malformed or belongs to another run.</exception>
    public static TrainingState Read(string path, CheckpointHeader expected, long tokensPerStep)
    {
        using var reader = SafetensorsReader.Open(path);
        var header = CheckpointHeader.Read(reader, path);
        if (header != expected with { Step = header.Step })
        {
            throw new InputException("the state belongs to another run", path, "Delete it.");
        }

        var layout = new GptLayout(header.Spec);
        var curves = Array.ConvertAll(Curves, name =>
        {
            var values = new double[header.Step];
            reader.Read(name, [header.Step], values);
            return values;
        });
        var losses = Enumerable.Range(0, header.Step).Select(
            i => new LossRow(i + 1, curves[0][i], curves[1][i], curves[2][i], (i + 1) * tokensPerStep));
        return new TrainingState(
            ParameterFile.Read(reader, layout), ParameterFile.Read(reader, layout, First), ParameterFile.Read(reader, layout, Second),
            [.. losses]);
    }
}
