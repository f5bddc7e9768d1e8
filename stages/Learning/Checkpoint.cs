using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Data;
using Research.Learning.Models;
using Research.Learning.Safetensors;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Learning;

/// <summary>
/// A trained model: final weights, AdamW's moments, the weights kept on the way, and the loss curve. Weights are safetensors
/// files with nanoGPT's parameter names, which PyTorch's safetensors package loads.
/// </summary>
public sealed class Checkpoint : IArtifact<Checkpoint>
{
    private const string Prefix = "step-";
    private const string Extension = ".safetensors";

    private readonly string folder;

    private Checkpoint(string folder) => this.folder = folder;

    /// <inheritdoc/>
    public static Checkpoint Open(string folder) => new(folder);

    /// <summary>Numbers of updates after which the weights were kept, ascending; the final weights are not among them.</summary>
    public IReadOnlyList<int> SnapshotSteps => !Directory.Exists(Snapshots) ? [] : [..
        Directory.EnumerateFiles(Snapshots, $"{Prefix}*{Extension}")
            .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..], out var step) ? step : -1)
            .Where(step => step >= 0)
            .Order()];

    private string Final => Path.Combine(folder, "model" + Extension);

    private string Optimizer => Path.Combine(folder, "optimizer" + Extension);

    private string Losses => Path.Combine(folder, "loss.parquet");

    private string Snapshots => Path.Combine(folder, "snapshots");

    /// <summary>Shape, vocabulary and number of updates of a model, from the header of its file.</summary>
    /// <param name="step">One of <see cref="SnapshotSteps"/>; null for the final weights.</param>
    /// <exception cref="InputException">The file is missing or malformed.</exception>
    public CheckpointHeader ReadHeader(int? step = null)
    {
        using var reader = SafetensorsReader.Open(Weights(step));
        return CheckpointHeader.Read(reader, Weights(step));
    }

    /// <summary>The loss curve, one row for each update.</summary>
    /// <exception cref="InputException">The table is missing or malformed.</exception>
    public IEnumerable<LossRow> ReadLosses() => Parquet.Read<LossRow>(Losses);

    /// <summary>Loads the model onto a device.</summary>
    /// <param name="device">Where the model shall live; stays the caller's.</param>
    /// <param name="spec">The shape the caller expects.</param>
    /// <param name="vocabulary">The characters the caller expects.</param>
    /// <param name="step">One of <see cref="SnapshotSteps"/>; null for the final weights.</param>
    /// <exception cref="InputException">The file is missing or malformed, or the model is another than expected.</exception>
    public Gpt Load(Device device, GptSpec spec, Vocabulary vocabulary, int? step = null)
    {
        var path = Weights(step);
        var (header, weights) = ParameterFile.ReadWeights(path);
        if (header.Spec != spec)
        {
            throw new InputException($"the file holds {header.Spec}, expected {spec}", path, "Give the checkpoint of this model.");
        }

        if (!header.Vocabulary.Equals(vocabulary))
        {
            throw new InputException(
                $"the model knows the characters '{Escape(header.Vocabulary)}', the text has '{Escape(vocabulary)}'", path,
                "Give the corpus it was trained on, or train it on this one.");
        }

        return new Gpt(spec, device, weights);
    }

    /// <summary>Writes the weights after an update.</summary>
    internal void WriteSnapshot(CheckpointHeader header, float[] weights)
    {
        Directory.CreateDirectory(Snapshots);
        ParameterFile.WriteWeights(Snapshot(header.Step), header, weights);
    }

    /// <summary>Writes what a finished run leaves, but for the snapshots.</summary>
    internal void WriteFinal(CheckpointHeader header, TrainingState state)
    {
        var layout = new GptLayout(header.Spec);
        ParameterFile.WriteWeights(Final, header, state.Weights);
        SafetensorsWriter.Write(Optimizer, header.ToMetadata(), [
            new TensorData("step", [], new long[] { header.Step }),
            .. ParameterFile.Tensors(layout, state.FirstMoment, "exp_avg."),
            .. ParameterFile.Tensors(layout, state.SecondMoment, "exp_avg_sq.")]);
        Parquet.Write(Losses, state.Losses);
    }

    /// <summary>Moves the snapshots of another folder here.</summary>
    internal void TakeSnapshots(Checkpoint from, IEnumerable<int> steps)
    {
        foreach (var step in steps)
        {
            Directory.CreateDirectory(Snapshots);
            File.Move(from.Snapshot(step), Snapshot(step), overwrite: true);
        }
    }

    private string Weights(int? step) => step is { } number ? Snapshot(number) : Final;

    private string Snapshot(int step) => Path.Combine(Snapshots, $"{Prefix}{step:000000}{Extension}");

    private static string Escape(Vocabulary vocabulary) => vocabulary.Characters.Replace("\n", "\\n", StringComparison.Ordinal);
}
