using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Learning.Data;
using Research.Learning.Models;
using Research.Learning.Safetensors;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Learning;

/// <summary>
/// A trained model: final weights, AdamW's moments, the weights and the whole states kept on the way, the loss curve, and the
/// digest chain that binds them all. Weights are safetensors files with nanoGPT's parameter names, which PyTorch's safetensors
/// package loads.
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
    public IReadOnlyList<int> SnapshotSteps => StepsIn(Snapshots);

    /// <summary>Numbers of updates after which the whole state was kept, ascending; the final state is not among them.</summary>
    public IReadOnlyList<int> StateSteps => StepsIn(States);

    /// <summary>The final weights.</summary>
    internal string Final => Path.Combine(folder, "model" + Extension);

    /// <summary>AdamW's moments at the end.</summary>
    internal string Optimizer => Path.Combine(folder, "optimizer" + Extension);

    /// <summary>The loss curve.</summary>
    internal string Losses => Path.Combine(folder, "loss.parquet");

    /// <summary>The digest chain.</summary>
    internal string Chain => Path.Combine(folder, "chain.parquet");

    /// <summary>What determines the training: the head of the digest chain.</summary>
    internal string Head => Path.Combine(folder, "training.parquet");

    private string Snapshots => Path.Combine(folder, "snapshots");

    private string States => Path.Combine(folder, "states");

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

    /// <summary>The digest chain, one row for each entry.</summary>
    /// <exception cref="InputException">The table is missing or malformed.</exception>
    public IEnumerable<ChainRow> ReadChain() => Parquet.Read<ChainRow>(Chain);

    /// <summary>What determines the training, as the head of its digest chain binds it.</summary>
    /// <exception cref="InputException">The table is missing or malformed.</exception>
    public IEnumerable<HeadRow> ReadHead() => Parquet.Read<HeadRow>(Head);

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
        header.RequireModel(spec, vocabulary, path);
        return new Gpt(spec, device, weights.AsSpan(0, header.Layout.ModelCount));
    }

    /// <summary>The file of the weights after an update.</summary>
    internal string Snapshot(int step) => File(Snapshots, step);

    /// <summary>The file of the state after an update.</summary>
    internal string State(int step) => File(States, step);

    /// <summary>The weights after an update.</summary>
    /// <param name="header">What the file has to say about itself, its step included.</param>
    /// <exception cref="InputException">The file is missing, malformed or another's.</exception>
    internal float[] ReadSnapshot(CheckpointHeader header)
    {
        var path = Snapshot(header.Step);
        var (found, weights) = ParameterFile.ReadWeights(path);
        found.Require(header, path);
        return weights;
    }

    /// <summary>The state after an update.</summary>
    /// <param name="header">What the file has to say about itself, its step included.</param>
    /// <param name="losses">The loss curve up to there.</param>
    /// <exception cref="InputException">The file is missing, malformed or another's.</exception>
    internal TrainingState ReadState(CheckpointHeader header, IReadOnlyList<LossRow> losses) =>
        StateFile.Read(State(header.Step), header, losses);

    /// <summary>The state at the end.</summary>
    /// <inheritdoc cref="ReadState"/>
    internal TrainingState ReadFinal(CheckpointHeader header, IReadOnlyList<LossRow> losses)
    {
        var (found, weights) = ParameterFile.ReadWeights(Final);
        found.Require(header, Final);
        using var reader = SafetensorsReader.Open(Optimizer);
        CheckpointHeader.Read(reader, Optimizer).Require(header, Optimizer);
        var layout = header.Layout;
        return new TrainingState(
            weights, ParameterFile.Read(reader, layout, StateFile.First), ParameterFile.Read(reader, layout, StateFile.Second), losses);
    }

    /// <summary>Writes the weights after an update.</summary>
    internal void WriteSnapshot(CheckpointHeader header, float[] weights)
    {
        Directory.CreateDirectory(Snapshots);
        ParameterFile.WriteWeights(Snapshot(header.Step), header, weights);
    }

    /// <summary>Writes the state after an update.</summary>
    internal void WriteState(CheckpointHeader header, TrainingState state)
    {
        Directory.CreateDirectory(States);
        StateFile.Write(State(header.Step), header, state);
    }

    /// <summary>Writes what a finished run leaves, but for what was kept on the way.</summary>
    internal void WriteFinal(CheckpointHeader header, TrainingState state, IReadOnlyList<HeadRow> head, IReadOnlyList<ChainRow> chain)
    {
        var layout = header.Layout;
        ParameterFile.WriteWeights(Final, header, state.Weights);
        SafetensorsWriter.Write(Optimizer, header.ToMetadata(), [
            new TensorData("step", [], new long[] { header.Step }),
            .. ParameterFile.Tensors(layout, state.FirstMoment, StateFile.First),
            .. ParameterFile.Tensors(layout, state.SecondMoment, StateFile.Second)]);
        Parquet.Write(Losses, state.Losses);
        Parquet.Write(Head, head);
        Parquet.Write(Chain, chain);
    }

    /// <summary>
    /// Copies what another folder has kept on the way. It is not moved: a run that is killed meanwhile goes on from that folder.
    /// </summary>
    internal void CopyKept(Checkpoint from, IEnumerable<int> snapshots, IEnumerable<int> states)
    {
        foreach (var (source, target) in snapshots.Select(step => (from.Snapshot(step), Snapshot(step)))
            .Concat(states.Select(step => (from.State(step), State(step)))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(source, target, overwrite: true);
        }
    }

    private static int[] StepsIn(string folder) => !Directory.Exists(folder) ? [] : [..
        Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}")
            .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..], out var step) ? step : -1)
            .Where(step => step >= 0)
            .Order()];

    private static string File(string folder, int step) => Path.Combine(folder, $"{Prefix}{step:000000}{Extension}");

    private string Weights(int? step) => step is { } number ? Snapshot(number) : Final;
}
