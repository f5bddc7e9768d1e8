using Research.Benchmarks.Gpu;
using Research.Jobs;
using Research.Numerics.Cpu;
using Research.Numerics.Gpu;

namespace Research.Benchmarks;

/// <summary>Runs the groups asked for, prints each figure as it comes, then the tables of the documentation.</summary>
internal static class BenchmarkProgram
{
    /// <summary>Exit code: bits differ.</summary>
    public const int Differing = 3;

    /// <summary>Exit code: there is no GPU, or none that can be used.</summary>
    public const int NoGpu = 4;

    /// <summary>Returns the exit code: 0, 1 for wrong options, <see cref="Differing"/> or <see cref="NoGpu"/>.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        BenchmarkOptions options;
        try
        {
            options = BenchmarkOptions.Parse(arguments);
        }
        catch (FormatException exception)
        {
            errors.WriteLine($"{exception.Message}\n\n{BenchmarkOptions.Usage}");
            return 1;
        }

        if (options.ScoreTable is { } table && !File.Exists(table))
        {
            errors.WriteLine($"{BenchmarkOptions.ScoresVariable} names '{table}', and there is no such file. Correct it, or unset it to measure without.");
            return 1;
        }

        var machine = Machine.Read();
        output.WriteLine($"{machine.Processor}, {machine.Cores} logical processors, {machine.Runtime}, {machine.OperatingSystem}");
        var report = new Report(machine, output);
        try
        {
            foreach (var group in options.Groups)
                Run(group, options, report);
        }
        catch (Exception exception) when (exception is GpuException or InputException)
        {
            errors.WriteLine(exception.Message);
            return NoGpu;
        }

        report.PrintTables();
        if (options.Json is { } path)
            report.WriteJson(path);
        return report.Failures.Count > 0 ? Differing : 0;
    }

    private static void Run(BenchmarkGroup group, BenchmarkOptions options, Report report)
    {
        var best = options.Set ?? InstructionSets.Best;
        if (group == BenchmarkGroup.Products)
        {
            Products(options, report);
            return;
        }

        if (group >= BenchmarkGroup.GpuBits)
        {
            OnGpu(group, options, report);
            return;
        }

        var timing = new Timing(options.Patience);
        if (group == BenchmarkGroup.Pool)
        {
            report.Add(PoolBenchmark.Run(timing, options.Rehearsal));
            return;
        }

        if (group == BenchmarkGroup.Peeling)
        {
            foreach (var threads in options.ThreadCounts) report.Add(PeelingBenchmark.Run(threads, options, timing));
            return;
        }

        if (group == BenchmarkGroup.Mirage)
        {
            if (options.ScoreTable is null)
                report.Note($"No table of scores: {BenchmarkOptions.ScoresVariable} may name one (docs/score-tables.md). Import and re-analysis were not measured");
            foreach (var threads in options.ThreadCounts) report.Add(MirageBenchmark.Run(threads, options, timing));
            return;
        }

        foreach (var threads in options.ThreadCounts)
        {
            foreach (var model in options.Models(group))
            {
                // A device of its own for each model: the peak of its memory is that model's.
                using var device = new CpuDevice(threads, best, allowEmulatedFma: options.Rehearsal);
                report.Add(group switch
                {
                    BenchmarkGroup.Kernels => KernelBenchmark.Run(model, device, timing),
                    BenchmarkGroup.Training => TrainingBenchmark.Run(model, device, report.PeakOf(best, timing), options),
                    BenchmarkGroup.Steps => StepBenchmark.Run(model, device, report.PeakOf(best, timing), options),
                    BenchmarkGroup.Evaluation => EvaluationBenchmark.Run(model, device, timing),
                    BenchmarkGroup.Generation => GenerationBenchmark.Run(model, device, timing),
                    _ => MemoryBenchmark.Run(model, device),
                });
            }
        }
    }

    private static void OnGpu(BenchmarkGroup group, BenchmarkOptions options, Report report)
    {
        using var gpu = GpuDoor.Open(options.Device) ?? throw new GpuException("there is no GPU here", "See docs/gpu.md.");
        foreach (var model in options.Models(group))
        {
            report.Add(group switch
            {
                BenchmarkGroup.GpuBits => [GpuBits.Run(model, gpu, options, report)],
                BenchmarkGroup.GpuTraining => GpuTraining.Run(model, gpu, options, report),
                _ => GpuProduct.Run(gpu, options),
            });
        }
    }

    private static void Products(BenchmarkOptions options, Report report)
    {
        var timing = new Timing(options.Patience);
        using var peer = OpenBlas.TryLoad(Environment.GetEnvironmentVariable(BenchmarkOptions.OpenBlasVariable), out var found);
        report.Note(found);
        InstructionSet[] sets = options.Set is { } only
            ? [only]
            : [.. new[] { InstructionSets.Best, InstructionSet.Vector256 }.Where(InstructionSets.IsAvailable).Distinct()];
        foreach (var set in sets)
        {
            foreach (var threads in options.ThreadCounts)
            {
                using var device = new CpuDevice(threads, set, allowEmulatedFma: options.Rehearsal);
                foreach (var model in options.Models(BenchmarkGroup.Products))
                    report.Add(ProductBenchmark.Run(model, device, report.PeakOf(set, timing), set == sets[0] ? peer : null, timing));
            }
        }
    }
}
