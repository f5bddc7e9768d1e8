using Research.Learning.Models;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>
/// The most memory a training holds, against what it must hold: parameters, gradients, the optimizer's two moments, and the
/// activations that a backward pass without recomputation reads (Korthikanti et al. 2022, section 4, in float32 and without
/// dropout: 16 widths and, per head, a row of probabilities for every token and layer).
/// </summary>
internal static class MemoryBenchmark
{
    private const double Megabyte = 1e6;

    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device)
    {
        ProcessMemory.ResetPeak();
        TrainingBenchmark.StepSeconds(model, device, TimeSpan.Zero);
        var needed = BytesNeeded(model);
        yield return Measure("what training must hold", needed);
        yield return Measure("training's buffers and scratch, peak", device.PeakMemory) with
        {
            Peer = "what training must hold",
            Ratio = device.PeakMemory / needed,
        };
        yield return Measure("whole process, peak", ProcessMemory.Peak);

        Measurement Measure(string name, double bytes) => new(
            "memory", model.Name, name, device.Name, device.Threads, bytes / Megabyte, "MB");
    }

    /// <summary>Bytes of parameters, gradients, moments and activations.</summary>
    public static double BytesNeeded(ModelShape model)
    {
        var parameters = new GptLayout(model.Spec).ParameterCount;
        var perToken = (model.Layers * ((16.0 * model.Width) + (model.Heads * model.Time))) + (2.0 * model.Width) + model.Vocabulary;
        return sizeof(float) * ((4.0 * parameters) + (model.Rows * perToken));
    }
}
