using Research.Benchmarks;
using Research.Numerics.Cpu;

// Usage: Benchmarks [--threads N] [--set Scalar|Vector128|Vector256|Vector512] [--json FILE]
var threads = int.Parse(Option("--threads") ?? $"{Environment.ProcessorCount}");
var set = Option("--set") is { } name ? Enum.Parse<InstructionSet>(name) : InstructionSets.Best;

var measurements = new List<Measurement>();
var peak = FmaPeak.Measure(set);
Add(new Measurement("peak", "-", "fused multiply-add", $"CPU ({InstructionSets.DisplayName(set)})", 1, peak, "GFLOP/s", 1));
foreach (var count in new[] { 1, threads }.Distinct())
{
    using var device = new CpuDevice(count, set);
    foreach (var model in new[] { ModelShape.Small, ModelShape.Wide })
    {
        foreach (var measurement in MatMulBenchmark.Run(model, device, peak))
            Add(measurement);
        foreach (var measurement in KernelBenchmark.Run(model, device))
            Add(measurement);
    }
}

if (Option("--json") is { } path)
    Report.WriteJson(path, measurements);

void Add(Measurement measurement)
{
    measurements.Add(measurement);
    Report.Print(measurement);
}

string? Option(string option)
{
    var index = Array.IndexOf(args, option);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
