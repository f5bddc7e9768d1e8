using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>
/// Where the time of a training step goes: each kernel inside real steps, with the caches as the kernels before it left them,
/// in milliseconds per step. What is left is the host's: windows, the loss curve, the optimizer's scalars.
/// </summary>
internal static class StepBenchmark
{
    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, double peakOfOneCore, BenchmarkOptions options)
    {
        using var timed = new TimedDevice(device);
        var steps = TrainingBenchmark.StepSeconds(model, timed, options.Rehearsal ? TimeSpan.Zero : TrainingBenchmark.Budget);
        var step = Median(steps);
        var peak = peakOfOneCore * device.Threads * 1e9;
        var all = timed.Calls
            .Select(pair => (Kernel: pair.Key, Calls: CallsPerStep(pair.Value), Seconds: Median(pair.Value)))
            .OrderByDescending(line => line.Calls * line.Seconds)
            .ToList();
        foreach (var (kernel, calls, seconds) in all)
        {
            yield return Measure(
                $"{kernel.Name}, {calls} x", calls * seconds, kernel.Operations > 0 ? kernel.Operations / seconds / peak : null);
        }

        var products = all.Where(line => line.Kernel.Operations > 0).ToList();
        var inProducts = products.Aggregate(0.0, (sum, line) => sum + (line.Calls * line.Seconds));
        var inKernels = all.Aggregate(0.0, (sum, line) => sum + (line.Calls * line.Seconds));
        yield return Measure(
            "all products", inProducts,
            products.Aggregate(0.0, (sum, line) => sum + (line.Calls * line.Kernel.Operations)) / inProducts / peak);
        yield return Measure("all other kernels", inKernels - inProducts);
        yield return Measure("whole step", step);

        int CallsPerStep(List<double> calls) => (int)Math.Round((double)calls.Count / timed.Calls[TimedDevice.OncePerStep].Count);

        Measurement Measure(string name, double seconds, double? shareOfPeak = null) =>
            new("steps", model.Name, name, device.Name, device.Threads, seconds * 1e3, "ms per step", shareOfPeak);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
