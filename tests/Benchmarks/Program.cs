using Research.Benchmarks;
using Research.Numerics.Cpu;

// Usage: Benchmarks [--only kernels|training] [--threads N] [--set Scalar|Vector128|Vector256|Vector512] [--json FILE]
var threads = int.Parse(Option("--threads") ?? $"{Environment.ProcessorCount}");
var set = Option("--set") is { } name ? Enum.Parse<InstructionSet>(name) : InstructionSets.Best;

var measurements = new List<Measurement>();
var peak = FmaPeak.Measure(set);
Add(new Measurement(
    "peak", "-", "fused multiply-add", $"CPU ({InstructionSets.DisplayName(set)})", 1, peak, "GFLOP/s", 1));
foreach (var count in new[] { 1, threads }.Distinct())
{
    using var device = new CpuDevice(count, set);
    foreach (var model in Runs("training") ? ModelShape.All : [])
    {
        foreach (var measurement in TrainingBenchmark.Run(model, device, count, peak))
            Add(measurement);
    }

    foreach (var model in Runs("kernels") ? [ModelShape.Small, ModelShape.Wide] : Array.Empty<ModelShape>())
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

bool Runs(string group) => Option("--only") is not { } only || only == group;

string? Option(string option)
{
    var index = Array.IndexOf(args, option);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
