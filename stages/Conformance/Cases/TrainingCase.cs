using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Optimization;
using Research.Numerics;

namespace Research.Conformance.Cases;

/// <summary>
/// Whole trainings in small: windows, forward and backward pass, gradient norm, AdamW. A wide one with more than 256 rows and inputs
/// of a layer, so that every kind of chunk occurs, and a long one, in which a single wrong bit grows. No size is a power of two.
/// </summary>
internal static class TrainingCase
{
    /// <summary>Name under which the training stands among the kernels.</summary>
    public const string Kernel = "Training";

    private const int TextLength = 3_000;

    private static readonly Training Wide = new(
        "conformance", new GptSpec(Layers: 2, Heads: 3, Width: 66, Block: 43, Vocabulary: 12),
        new TrainingSpec { Steps = 12, Batch = 7, LearningRate = 3e-3, Schedule = RateSchedule.Cosine, WarmupSteps = 3 }, Seed: 11);

    private static readonly Training Long = new(
        "conformance", new GptSpec(Layers: 2, Heads: 2, Width: 22, Block: 19, Vocabulary: 12),
        new TrainingSpec { Steps = 60, Batch = 5, LearningRate = 1e-2, ClipNorm = 0.5 }, Seed: 12);

    /// <summary>The cases: losses of all steps, and weights and moments after the last.</summary>
    public static IEnumerable<ConformanceCase> All => [Case(Long), Case(Wide)];

    private static ConformanceCase Case(Training item) => new(Kernel, $"{item.Model}, {item.Schedule.Steps} steps of batch {item.Schedule.Batch}", memory =>
    {
        const string Letters = "abcdefghijk";
        var philox = new Philox(1, "conformance text");
        var text = string.Concat(Enumerable.Range(0, TextLength).Select(i => Letters[philox.Below(Letters.Length, i)]));
        using var run = new TrainingRun(item, TokenSequence.Of(new Vocabulary(Letters), TextLength + 1, [text]), memory.Device);
        while (run.Step < item.Schedule.Steps) run.Advance();
        var state = run.Capture();
        return
        [
            CaseOutput.Of("losses", [.. state.Losses.Select(row => row.Loss)]), CaseOutput.Of("weights", state.Weights),
            CaseOutput.Of("first moment", state.FirstMoment), CaseOutput.Of("second moment", state.SecondMoment),
        ];
    });
}
