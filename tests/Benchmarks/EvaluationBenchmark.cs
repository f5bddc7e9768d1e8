using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>Prompts answered in a second: shared beginnings computed once, against whole prompts one beside the other.</summary>
internal static class EvaluationBenchmark
{
    private const int LargestWork = 1 << 16;

    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, Timing timing)
    {
        var trials = Math.Clamp(LargestWork / (model.Width * model.Width / 64), 7, 256);
        using var gpt = Gpt.Initialize(model.Spec, device, seed: 1);
        using var predictor = new Predictor(gpt);
        using var whole = new WholePass(gpt);
        foreach (var (name, prompts) in new[]
        {
            ("prompts growing at the end", PromptSet.GrowingAtTheEnd(model, trials)),
            ("prompts growing at the front", PromptSet.GrowingAtTheFront(model, trials)),
        })
        {
            var (ours, theirs) = timing.BestOfFew(() => predictor.AfterPrompts(prompts), () => whole.AfterPrompts(prompts));
            yield return Measure($"{name}, whole pass", theirs);
            yield return Measure(name, ours) with { Peer = "whole pass", Ratio = theirs / ours };

            Measurement Measure(string what, double seconds) => new(
                "evaluation", model.Name, what, device.Name, device.Threads, prompts.Length / seconds, "prompts/s");
        }
    }
}
