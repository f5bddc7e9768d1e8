using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>
/// Prompts as of in-context learning: each trial draws five messages of a sixth of the block, and its prompts hold one to
/// five of them.
/// </summary>
internal static class PromptSet
{
    private const int Examples = 5;

    /// <summary>Prompts that go on from one another.</summary>
    public static int[][] GrowingAtTheEnd(ModelShape model, int trials) =>
        Of(model, trials, (text, length) => text[..length]);

    /// <summary>Prompts that only end alike: nothing can be shared.</summary>
    public static int[][] GrowingAtTheFront(ModelShape model, int trials) =>
        Of(model, trials, (text, length) => text[^length..]);

    /// <summary>Prompts of one message.</summary>
    public static int[][] OfOneMessage(ModelShape model, int count) =>
        [.. Enumerable.Range(0, count).Select(trial => Text(model, trial)[..(model.Time / (Examples + 1))])];

    private static int[][] Of(ModelShape model, int trials, Func<int[], int, int[]> part) =>
    [
        .. from trial in Enumerable.Range(0, trials)
           let text = Text(model, trial)
           from examples in Enumerable.Range(1, Examples)
           select part(text, examples * (model.Time / (Examples + 1))),
    ];

    private static int[] Text(ModelShape model, int trial)
    {
        var letters = new Philox(1, "benchmark/prompts");
        return [.. Enumerable.Range(0, Examples * (model.Time / (Examples + 1)))
            .Select(position => letters.Below(model.Vocabulary, position, step: (uint)trial))];
    }
}
