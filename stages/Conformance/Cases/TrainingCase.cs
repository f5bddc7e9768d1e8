using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Optimization;
using Research.Numerics;

namespace Research.Conformance.Cases;

/// <summary>
/// A whole training in small: windows, forward and backward pass, gradient norm, AdamW. More than 256 rows and inputs of a layer,
/// so that every kind of chunk occurs; no size a power of two.
/// </summary>
internal static class TrainingCase
{
    /// <summary>Name under which the training stands among the kernels.</summary>
    public const string Kernel = "Training";

    private const int TextLength = 3_000;

    private static readonly Training Item = new(
        "conformance", new GptSpec(Layers: 2, Heads: 3, Width: 66, Block: 43, Vocabulary: 12),
        new TrainingSpec { Steps = 12, Batch = 7, LearningRate = 3e-3, Schedule = RateSchedule.Cosine, WarmupSteps = 3 }, Seed: 11);

    /// <summary>The case: weights and losses after the last step.</summary>
    public static ConformanceCase Short { get; } = new(Kernel, $"{Item.Model}, {Item.Schedule.Steps} steps of batch {Item.Schedule.Batch}", memory =>
    {
        const string Letters = "abcdefghijk";
        var philox = new Philox(1, "conformance text");
        var text = string.Concat(Enumerable.Range(0, TextLength).Select(i => Letters[philox.Below(Letters.Length, i)]));
        using var run = new TrainingRun(Item, TokenSequence.Of(new Vocabulary(Letters), TextLength + 1, [text]), memory.Device);
        var losses = new float[Item.Schedule.Steps];
        while (run.Step < losses.Length) losses[run.Step] = (float)run.Advance().Loss;
        return [("losses", losses), ("weights", run.Model.ReadParameters())];
    });
}
