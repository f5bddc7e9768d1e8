using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>Tokens generated in a second, with keys and values kept, and by whole passes over all that stands before.</summary>
internal static class GenerationBenchmark
{
    private const int Prompts = 32;

    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, Timing timing)
    {
        var tokens = model.Time / 4;
        var prompts = PromptSet.OfOneMessage(model, Prompts);
        using var gpt = Gpt.Initialize(model.Spec, device, seed: 1);
        using var generator = new Generator(gpt);
        using var whole = new WholePass(gpt);
        var (ours, theirs) = timing.BestOfFew(() => generator.Continue(prompts, tokens), () => WithoutCache(whole, prompts, tokens, model.Vocabulary));
        yield return Measure($"{Prompts} texts, {tokens} tokens each, whole passes", theirs);
        yield return Measure($"{Prompts} texts, {tokens} tokens each", ours) with { Peer = "whole passes", Ratio = theirs / ours };

        Measurement Measure(string name, double seconds) => new(
            "generation", model.Name, name, device.Name, device.Threads, Prompts * tokens / seconds, "tok/s");
    }

    /// <summary>Greedy, too; texts of one length keep their order.</summary>
    private static void WithoutCache(WholePass whole, int[][] prompts, int tokens, int vocabulary)
    {
        var texts = prompts;
        for (var step = 0; step < tokens; step++)
        {
            var answers = whole.AfterPrompts(texts);
            texts = [.. texts.Select((text, i) => (int[])[.. text, Largest(answers.AsSpan(i * vocabulary, vocabulary))])];
        }
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            best = values[i] > values[best] ? i : best;
        return best;
    }
}
