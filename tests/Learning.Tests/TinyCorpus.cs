using Research.Learning.Data;
using Research.Tables;

namespace Research.Learning.Tests;

/// <summary>A corpus of short messages over four letters, and a training that fits it.</summary>
internal static class TinyCorpus
{
    public const int Vocabulary = 5;

    public static Training Training { get; } = new(
        "tiny", new GptSpec(Layers: 2, Heads: 2, Width: 8, Block: 8, Vocabulary),
        new TrainingSpec
        {
            Steps = 12, Batch = 3, LearningRate = 1e-2, SnapshotSteps = [0, 1, 5, 12], DigestInterval = 2, StateInterval = 3,
        },
        Seed: 7);

    public static TokenText Create(string folder, params string[] messages)
    {
        string[] texts = messages.Length > 0 ? messages : ["abcd", "bcda", "dda", "acbacb", "dcba", "aabb"];
        Parquet.Write(Path.Combine(folder, "messages.parquet"), [
            .. texts.Select(text => new MessageRow("train", text)), new MessageRow("validation", "abcd")]);
        return TokenText.Open(folder);
    }
}
