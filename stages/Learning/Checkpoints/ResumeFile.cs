using System.Runtime.InteropServices;
using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>
/// A <see cref="TrainingState"/> and the digest chain up to it in one file, written in one piece: a killed run leaves the one
/// before it.
/// </summary>
internal static class ResumeFile
{
    private const string Chain = "chain";
    private const string LinkKey = "link";
    private const string DigestKey = "state";
    private const string Remedy = "Delete it.";

    // Three digests of 32 bytes; the other columns of the chain follow from these and the loss curve.
    private const int Words = 12;

    private static readonly string[] Curves = ["loss", "learning_rate", "gradient_norm"];

    public static void Write(string path, CheckpointHeader header, TrainingState state, DigestChain chain)
    {
        double[][] curves =
        [
            [.. state.Losses.Select(row => row.Loss)],
            [.. state.Losses.Select(row => row.LearningRate)],
            [.. state.Losses.Select(row => row.GradientNorm)],
        ];
        long[] digests = [.. chain.Rows.SelectMany(row => WordsOf(row.Digest))];
        var metadata = header.ToMetadata();
        metadata[LinkKey] = chain.Link;
        metadata[DigestKey] = StateDigest.Of(state).At(state.Step);
        SafetensorsWriter.Write(path, metadata, [
            .. Curves.Zip(curves, (name, values) => new TensorData(name, [values.Length], values)),
            new TensorData(Chain, [chain.Rows.Count, Words], digests),
            .. StateFile.Tensors(header, state)]);
    }

    /// <summary>Reads a state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The run that wants to go on; its step does not matter.</param>
    /// <param name="tokensPerStep">Tokens of one update.</param>
    /// <param name="entries">Steps with an entry in the chain.</param>
    /// <param name="chain">An empty chain; receives the entries up to the state.</param>
    /// <exception cref="InputException">The file is malformed or belongs to another run.</exception>
    public static TrainingState Read(
        string path, CheckpointHeader expected, long tokensPerStep, IEnumerable<int> entries, DigestChain chain)
    {
        using var reader = SafetensorsReader.Open(path);
        var header = CheckpointHeader.Read(reader, path);
        if (header != expected with { Step = header.Step })
        {
            throw new InputException("the state belongs to another run", path, Remedy);
        }

        var curves = Array.ConvertAll(Curves, name =>
        {
            var values = new double[header.Step];
            reader.Read(name, [header.Step], values);
            return values;
        });
        LossRow[] losses = [.. Enumerable.Range(0, header.Step).Select(
            i => new LossRow(i + 1, curves[0][i], curves[1][i], curves[2][i], (i + 1) * tokensPerStep))];
        var state = StateFile.Read(reader, header.Layout, losses);
        ReadChain(reader, [.. entries.Where(step => step <= header.Step)], losses, chain);
        if (reader.Metadata.GetValueOrDefault(LinkKey) != chain.Link
            || reader.Metadata.GetValueOrDefault(DigestKey) != StateDigest.Of(state).At(state.Step))
        {
            throw new InputException("the state is damaged or belongs to another run", path, Remedy);
        }

        return state;
    }

    private static void ReadChain(SafetensorsReader reader, IReadOnlyList<int> steps, IReadOnlyList<LossRow> losses, DigestChain chain)
    {
        var digests = new long[steps.Count * Words];
        reader.Read(Chain, [steps.Count, Words], digests);
        for (var i = 0; i < steps.Count; i++)
        {
            chain.Append(steps[i], DigestOf(digests.AsSpan(i * Words, Words)), losses);
        }
    }

    private static long[] WordsOf(StateDigest digest) =>
        MemoryMarshal.Cast<byte, long>(Convert.FromHexString(digest.Weights + digest.FirstMoment + digest.SecondMoment)).ToArray();

    private static StateDigest DigestOf(ReadOnlySpan<long> words)
    {
        var text = Convert.ToHexStringLower(MemoryMarshal.AsBytes(words));
        var length = text.Length / 3;
        return new StateDigest(text[..length], text[length..^length], text[^length..]);
    }
}
