using System.Diagnostics;
using Research.Jobs;
using Research.Learning;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Benchmarks.Gpu;

/// <summary>
/// A training run of the profile <c>paper</c> through the training job itself, from the first step to the checkpoint on the disk:
/// snapshots, states, digests. Text and seed are the benchmark's own.
/// </summary>
internal static class GpuTraining
{
    private const int MessageLength = 21;
    private const int Messages = 20_000;

    public static IEnumerable<Measurement> Run(ModelShape model, Device gpu, BenchmarkOptions options, Report report)
    {
        var schedule = Schedule(options.Rehearsal, model.Batch);
        var (steps, seconds) = Train(model, gpu, schedule, options.Limit);
        var whole = seconds * schedule.Steps / steps;
        if (steps < schedule.Steps)
            report.Note($"the limit of {options.Limit:F0} s came after {steps} of {schedule.Steps} steps; the whole run is projected from these");
        var speed = model.Rows / (seconds / steps);
        yield return new("gputraining", model.Name, $"{schedule.Steps} steps, {(steps < schedule.Steps ? "projected" : "whole run")}", gpu.Name, 1, whole, "s");
        yield return new(
            "gputraining", model.Name, "tokens", gpu.Name, 1, speed, "tok/s", TrainingBenchmark.FlopPerToken(model) * speed / 1e9 / GpuDoor.PeakOf(gpu));
    }

    // As parameters.paper.json has it.
    private static TrainingSpec Schedule(bool rehearsal, int batch) => rehearsal
        ? new TrainingSpec { Steps = 20, Batch = batch, DigestInterval = 5, StateInterval = 10, SnapshotSteps = [1, 15] }
        : new TrainingSpec
        {
            Steps = 5000, Batch = batch, DigestInterval = 250, StateInterval = 1000,
            SnapshotSteps = [1, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 2000, 3000, 4000],
        };

    private static (long Steps, double Seconds) Train(ModelShape model, Device gpu, TrainingSpec schedule, double limit)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var text = SampleText.Of(MessageLength * Messages);
            Parquet.Write(
                Path.Combine(folder, "messages.parquet"),
                Enumerable.Range(0, Messages).Select(i => new Message("train", text.Substring(MessageLength * i, MessageLength))));
            var item = new Training(model.Name, model.Spec, schedule, Seed: 1);
            using var stop = new CancellationTokenSource();
            var clock = new Clock(model.Rows, limit, stop);
            try
            {
                Trainer.Train(
                    item, TokenText.Open(folder), Checkpoint.Open(Directory.CreateDirectory(Path.Combine(folder, "run")).FullName),
                    new JobContext { Cancellation = stop.Token, Progress = clock }, gpu);
            }
            catch (OperationCanceledException)
            {
                // The limit.
            }

            gpu.Synchronize();
            return (clock.Steps, clock.Elapsed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Message(string Split, string Text);

    // A GPU is at most 64 steps behind what was started: little against the thousands of a run.
    private sealed class Clock(int tokensPerStep, double limit, CancellationTokenSource stop) : IProgress<JobProgress>
    {
        private readonly long begin = Stopwatch.GetTimestamp();

        public long Steps { get; private set; }

        public double Elapsed => Stopwatch.GetElapsedTime(begin).TotalSeconds;

        public void Report(JobProgress value)
        {
            Steps = Math.Max(1, (long)(value.Done / tokensPerStep));
            if (Elapsed > limit)
                stop.Cancel();
        }
    }
}
